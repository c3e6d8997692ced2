import type { ReactNode } from 'react';
import classes from './settings.module.css';

/** One thing that can be set, with its words. */
export function Card({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className={classes.card}>
      <h3>{title}</h3>
      {hint !== undefined && <p>{hint}</p>}
      {children}
    </section>
  );
}
