import { styleText } from 'node:util';

/** Text for a terminal. Colours appear where stdout is one; NO_COLOR and FORCE_COLOR are obeyed. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly accent: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly bad: (text: string) => string;
}

const paintWith =
  (...styles: Parameters<typeof styleText>[0][]) =>
  (text: string): string =>
    styleText(styles.flat(), text, { stream: process.stdout });

export const paint: Paint = {
  strong: paintWith('bold'),
  quiet: paintWith('dim'),
  accent: paintWith('cyan'),
  good: paintWith('green'),
  warning: paintWith('yellow'),
  bad: paintWith('red'),
};
