import type { ReactNode } from 'react';
import classes from './page.module.css';

/** A whole area of the app beside the rail: its header, and what it holds below. */
export function Page({ children }: { children: ReactNode }) {
  return <main className={classes.page}>{children}</main>;
}

interface HeaderProps {
  title: string;
  /** Stands next to the title. */
  children?: ReactNode;
  /** What can be done, at the far end. */
  tools: ReactNode;
}

export function PageHeader({ title, children, tools }: HeaderProps) {
  return (
    <header className={classes.header}>
      <h1>{title}</h1>
      {children}
      <span className={classes.gap} />
      {tools}
    </header>
  );
}

/** A list with the details of one of its rows beside it. */
export function PageBody({ children }: { children: ReactNode }) {
  return <div className={classes.body}>{children}</div>;
}
