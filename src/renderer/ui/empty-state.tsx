import type { ReactNode } from 'react';
import type { IconType } from './icon-button.tsx';
import classes from './empty-state.module.css';

interface Props {
  icon: IconType;
  title: string;
  text: string;
  /** Under the screen's own heading, or under one inside it. */
  heading?: 'h2' | 'h3';
  children?: ReactNode;
}

/** Where nothing is yet: what to do next, with one example. */
export function EmptyState({ icon: Icon, title, text, heading: Heading = 'h3', children }: Props) {
  return (
    <div className={classes.empty}>
      <Icon size={28} stroke={1.5} aria-hidden />
      <Heading>{title}</Heading>
      <p>{text}</p>
      {children}
    </div>
  );
}
