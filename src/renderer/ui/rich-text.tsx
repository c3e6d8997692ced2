import { memo, type ReactNode } from 'react';
import Markdown, { type Components } from 'react-markdown';
import { openLink } from '../desk/app-actions.ts';
import { useDesk } from '../desk/context.tsx';
import classes from './rich-text.module.css';

function Link({ href, children }: { href?: string | undefined; children?: ReactNode }) {
  const desk = useDesk();
  if (href === undefined || href === '') return <>{children}</>;
  return (
    <button type="button" className={classes.link} title={href} onClick={() => openLink(desk, href)}>
      {children}
    </button>
  );
}

const components: Components = {
  a: ({ href, children }) => <Link href={href}>{children}</Link>,
  img: () => null,
};

/** A reply's Markdown. Raw HTML stays text, images are dropped, links are opened by the main process. */
export const RichText = memo(function RichText({ text }: { text: string }) {
  return (
    <div className={classes.text}>
      <Markdown components={components}>{text}</Markdown>
    </div>
  );
});
