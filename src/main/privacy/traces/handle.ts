import type { Finder } from '../personal.ts';
import { spansOf } from '../spans.ts';

const withAt =
  /(?<![\w@./])@(?!(?:all|everyone|here|semua|tutti)\b)(?=[\w.]{0,29}[a-z])[\w](?:[\w.]{1,28}\w)/giu;
/** Without the sign, where the network is named; something in it that words do not have. */
const named =
  /(?<![\p{L}\d])(?:ig|insta(?:gram)?|telegram|tele|skype|tiktok|line|wechat|facebook|fb|linkedin|discord)(?: id| user(?:name)?| nick| saya| ku| mio| account)?(?:\s?[:=]|\s(?:is|è|e'))?\s(?=[a-z0-9._]{0,30}[._\d])([a-z][a-z0-9._]{2,29}[a-z0-9_])(?![\w@])/giu;
const namedAfter =
  /(?<![\w.@])([a-z][a-z0-9]{1,20}[._][a-z0-9._]{0,20}[a-z0-9_])\s(?:è|is|itu|di|on|su)\s(?:il mio |my |the |ig|akun )?(?:skype|ig|insta(?:gram)?|telegram|tiktok|line)\b/giu;

/** How somebody is called on a network. */
export const findHandles: Finder = ({ text }) => [
  ...spansOf(text, withAt, 'handle'),
  ...spansOf(text, named, 'handle', 1),
  ...spansOf(text, namedAfter, 'handle', 1),
];
