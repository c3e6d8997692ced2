import type { ReactNode } from 'react';
import classes from './memory.module.css';

/** One group of what stands behind a reply. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** A label with its value; null = not known, and left out. */
export type Pair = readonly [label: string, value: string | null];

export function Pairs({ pairs }: { pairs: readonly Pair[] }) {
  return (
    <dl className={classes.pairs}>
      {pairs.map(
        ([label, value]) =>
          value !== null && (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
