import { initials, toneOf } from './names.ts';
import classes from './avatar.module.css';

/** A client's initials on a soft colour of its own. Decoration: the name stands beside it. */
export function Avatar({ id, name }: { id: string; name: string }) {
  return (
    <span className={classes.avatar} data-tone={toneOf(id)} aria-hidden>
      {initials(name)}
    </span>
  );
}
