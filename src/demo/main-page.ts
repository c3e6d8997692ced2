import { stripVTControlCharacters } from 'node:util';
import { paint } from '../cli/paint.ts';

/** A readable page in a terminal: headings, what a client said, replies that appear as they come. */
export interface Page {
  readonly title: (text: string, subtitle: string) => void;
  readonly heading: (text: string) => void;
  readonly remark: (text: string) => void;
  /** Lines as they are, those too long folded. */
  readonly block: (text: string) => void;
  /** A text of which some lines are new. */
  readonly changes: (lines: readonly Line[]) => void;
  readonly said: (name: string, text: string) => void;
  /** The next piece of a reply. */
  readonly stream: (piece: string) => void;
  readonly endStream: () => void;
}

export interface Line {
  readonly isNew: boolean;
  readonly text: string;
}

const widest = 100;
const indent = '  ';

const put = (text: string) => void process.stdout.write(text);

export function openPage(): Page {
  const width = Math.min(process.stdout.columns ?? widest, widest);
  const paragraph = (text: string, paintLine = (line: string) => line) =>
    put(
      `${fold(text, width - indent.length)
        .map((line) => `${indent}${paintLine(line)}\n`)
        .join('')}\n`,
    );
  let chapter = 0;
  return {
    title: (text, subtitle) => put(`\n${indent}${paint.strong(text)}\n${indent}${paint.quiet(subtitle)}\n\n`),
    heading: (text) => {
      chapter += 1;
      const line = `${chapter}  ${text} `;
      put(`${paint.accent(line.padEnd(width, '─'))}\n\n`);
    },
    remark: (text) => paragraph(text, paint.quiet),
    block: (text) =>
      put(
        `${text
          .split('\n')
          .flatMap((line) => hang(line, width))
          .join('\n')}\n\n`,
      ),
    changes: (lines) => {
      const painted = lines.flatMap(({ isNew, text }) =>
        hang(`${isNew ? '+' : ' '} ${text}`, width).map(isNew ? paint.good : paint.quiet),
      );
      put(`${painted.join('\n')}\n\n`);
    },
    said: (name, text) => {
      put(`${indent}${paint.strong(name)}\n`);
      paragraph(text);
    },
    ...streamReply(width),
  };
}

/** Folds words that come in pieces, behind a bar that says that this is the desk speaking. */
function streamReply(width: number): Pick<Page, 'stream' | 'endStream'> {
  const bar = `${indent}${paint.accent('│')} `;
  let column = 0;
  let word = '';
  const flush = () => {
    if (word === '') return;
    const isFull = column > 0 && column + 1 + word.length > width - 4;
    put(column === 0 || isFull ? `${isFull ? '\n' : ''}${bar}${word}` : ` ${word}`);
    column = column === 0 || isFull ? word.length : column + 1 + word.length;
    word = '';
  };
  return {
    stream: (piece) => {
      // Emphasis is for screens that can show it.
      for (const sign of piece.replaceAll('**', '')) {
        if (!/\s/.test(sign)) word += sign;
        else {
          flush();
          if (sign === '\n') {
            put(column === 0 ? `${bar.trimEnd()}\n` : '\n');
            column = 0;
          }
        }
      }
    },
    endStream: () => {
      flush();
      put(column === 0 ? '\n' : '\n\n');
      column = 0;
    },
  };
}

/** A long line goes on below itself, a little further in. Painted lines that fit are left alone. */
function hang(line: string, width: number): string[] {
  const room = width - indent.length;
  if (stripVTControlCharacters(line).length <= room) return [indent + line];
  const margin = /^\s*/.exec(line)?.[0] ?? '';
  const [first = '', ...rest] = fold(line.trimStart(), room - margin.length);
  return [indent + margin + first, ...rest.map((part) => `${indent}${margin}    ${part}`)];
}

function fold(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && stripVTControlCharacters(longer).length > width - 4) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
