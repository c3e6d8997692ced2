import type { ReactNode } from 'react';
import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLayout } from './use-layout.ts';
import classes from './page.module.css';

interface Props {
  /** What it tells of. */
  label: string;
  /** Whether it lies over the list where there is no room beside it. */
  isOpen: boolean;
  onClose: () => void;
  /** Stands beside the list while no row is chosen. */
  choose?: string | null;
  children: ReactNode;
}

/** The details of one row of a page: beside the list on a wide window, else in a drawer over it. */
export function DetailsPane({ label, isOpen, onClose, choose = null, children }: Props) {
  const { t } = useTranslation();
  if (useLayout() === 'wide')
    return (
      <aside className={classes.details} aria-label={label}>
        {choose === null ? children : <NoDetails text={choose} />}
      </aside>
    );
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size={440}
      padding={0}
      styles={{ header: { padding: 'var(--s-3) var(--s-4)' } }}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {children}
    </Drawer>
  );
}

/** In place of details, while no row is chosen. */
export function NoDetails({ text }: { text: string }) {
  return <p className={classes.choose}>{text}</p>;
}
