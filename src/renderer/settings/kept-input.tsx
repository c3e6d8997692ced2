import { useEffect, useState, type KeyboardEvent } from 'react';
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
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const keep = async () => {
    if (text.trim() !== value && !(await onKeep(text.trim()))) setText(value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void keep();
    if (event.key === 'Escape') setText(value);
  };
  return (
    <TextInput
      {...rest}
      {...(isBare ? { 'aria-label': label } : { label, description: hint })}
      value={text}
      spellCheck={false}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => void keep()}
      onKeyDown={onKeyDown}
    />
  );
}
