import type { ReactNode } from 'react';
import type { IconType } from './icon-button.tsx';
import classes from './empty-state.module.css';

interface Props {
  icon: IconType;
  title: string;
  text: string;
  children?: ReactNode;
}

/** Where nothing is yet: what to do next, with one example. */
export function EmptyState({ icon: Icon, title, text, children }: Props) {
  return (
    <div className={classes.empty}>
      <Icon size={28} stroke={1.5} aria-hidden />
      <h3>{title}</h3>
      <p>{text}</p>
      {children}
    </div>
  );
}
