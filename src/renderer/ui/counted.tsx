import { useFormats } from './use-formats.tsx';
import classes from './counted.module.css';

/** The label of a choice, with how many there are of it. */
export function Counted({ text, n }: { text: string; n: number }) {
  const formats = useFormats();
  return (
    <span className={classes.counted}>
      {text} <b>{formats.count(n)}</b>
    </span>
  );
}
