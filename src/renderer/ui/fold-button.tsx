import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import classes from './fold-button.module.css';

interface Props {
  readonly label: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Unfolds what stands below it, and folds it again. */
export function FoldButton({ label, isOpen, onToggle }: Props) {
  return (
    <UnstyledButton className={classes.fold} aria-expanded={isOpen} onClick={onToggle}>
      <IconChevronRight size={13} stroke={1.75} aria-hidden />
      {label}
    </UnstyledButton>
  );
}
