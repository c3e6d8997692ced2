import type { Gate } from './gate.ts';

const words =
  /(?<= )(?:asap|immediately|hurry|help!|kok|subito|in fretta|segera|secepatnya|mendadak|buru buru|so long|so much|lama (?:banget|sekali|amat)|(?:cosi|troppo) (?:tanto|caro|lungo|tempo)|too (?:long|expensive|much)|finally|again|vi prego|ti prego|aiuto|cazzo|mannaggia|fuck\S*|shit|damn|sialan)(?= )/;
const faces =
  /[\u{1F612}\u{1F614}-\u{1F616}\u{1F61E}-\u{1F62D}\u{1F630}\u{1F631}\u{1F633}\u{1F641}\u{1F64F}\u{1F494}\u{1F620}-\u{1F624}\u{1F92C}\u{2639}]/u;

/** Stops urgency, complaint, fear and shame: such a message wants a person's answer, however plain its question. */
export const distress: Gate = (message, { variation }) => {
  const found = words.exec(message.line)?.[0];
  if (found !== undefined && !variation.line.includes(` ${found} `)) return `"${found}" asks for a person`;
  if (/[!！]\s*[!！]/u.test(message.text)) return 'it is written with emphasis';
  if (faces.test(message.text)) return 'it shows a feeling';
  return isShouted(message.text) ? 'it is written in capitals' : null;
};

/** At least four words of four letters or more, nearly all in capitals: names such as KITAS alone are no shouting. */
function isShouted(text: string): boolean {
  const long = text.match(/\p{L}{4,}/gu) ?? [];
  const capitals = long.filter(
    (word) => word === word.toUpperCase() && word !== 'KITAS' && word !== 'NPWP' && word !== 'BPJS',
  );
  return capitals.length >= 3 && capitals.length >= long.length * 0.7;
}
