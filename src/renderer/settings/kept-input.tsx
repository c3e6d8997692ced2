import { useState, type KeyboardEvent } from 'react';
import { TextInput } from '@mantine/core';

interface Props {
  label: string;
  hint?: string;
  placeholder?: string;
  value: string;
  /** Shows the label to screen readers only. */
  isBare?: boolean;
  inputMode?: 'decimal';
  /** True when it was kept; otherwise what was kept before stands again. */
  onKeep: (value: string) => Promise<boolean>;
}

/** A line of text that is kept on leaving it or on Enter; Escape takes it back. */
export function KeptInput({ label, hint, value, isBare = false, onKeep, ...rest }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = async () => {
    if (typed !== null && typed.trim() !== value) await onKeep(typed.trim());
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void keep();
    if (event.key === 'Escape') setTyped(null);
  };
  return (
    <TextInput
      {...rest}
      {...(isBare ? { 'aria-label': label } : { label, description: hint })}
      value={typed ?? value}
      spellCheck={false}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => void keep()}
      onKeyDown={onKeyDown}
    />
  );
}
