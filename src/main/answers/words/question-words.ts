import { setOf } from './phrases.ts';

/** Words that ask for more than a yes or no. */
const open = [
  ...setOf(`
    how hows what whats which when whens where wheres who quanto quanta quanti quante quale quali cosa come dove quando chi berapa
    bagaimana gimana kapan dimana mana siapa cara caranya mohon minta tolong info please kindly vorrei vorremmo gradirei desidero
    desidererei potrei potreste potrebbe
  `),
  'mi dite',
  'tell me',
];
/** Words that ask whether something is, may be or can be had, or that may ask for anything. */
const other = setOf(`
  can could may do does is are should would want need like help che posso puo potete possibile voglio devo serve servono apa apakah
  bisa boleh mau ingin perlu butuh
`);
/** "Che" asks unless it begins a clause. */
const openChe = String.raw`che (?!\S+ (?:sia|sono|e) )`;

const anyOf = (words: readonly string[]) => new RegExp(`(?<= )(?:${words.join('|')})(?= )`);
const opens = anyOf([...open, openChe]);
const asksAtAll = anyOf([...open, ...other]);
const yesOrNo = /(?<= )(?:if|whether|se|apakah)(?= )/;

/** Whether a line (folded words with a space at both ends) asks for more than a yes or no. */
export const asksOpenly = (line: string): boolean => opens.test(line) && !yesOrNo.test(line);

/** Whether it has any word that asks. */
export const mayAsk = (line: string): boolean => asksAtAll.test(line);
