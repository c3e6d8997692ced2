import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './chip.module.css';

interface Props {
  tone?: 'teal' | 'saffron' | 'clay' | 'leaf' | 'plain';
  icon?: ReactNode;
  children: ReactNode;
}

/** A small rounded mark; its colour has a meaning, never the only one. */
export function Chip({ tone = 'plain', icon, children }: Props) {
  return (
    <span className={classes.chip} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}

/** The language of a client or a signal, as two or three letters. */
export function LanguageBadge({ language, label }: { language: string; label: string }) {
  return (
    <abbr className={classes.language} title={label}>
      {language.toUpperCase()}
    </abbr>
  );
}

const DOTS = 4;

/** Confidence 0..1 as four dots. */
export function ConfidenceDots({ confidence, label }: { confidence: number; label: string }) {
  const full = Math.max(1, Math.round(confidence * DOTS));
  return (
    <span title={label} className={classes.dots}>
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: DOTS }, (_, index) => (
        <span key={index} className={classes.dot} data-full={index < full} />
      ))}
    </span>
  );
}
