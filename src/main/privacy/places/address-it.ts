import type { Finder, PersonalSpan } from '../personal.ts';
import { spansOf } from '../spans.ts';

const capital = String.raw`\p{Lu}[\p{L}'’.]{0,24}`;
const small = String.raw`(?:d[aei]l?|dell[aeo]?|dei|degli|delle|di|da|e|san|santa|al|alla|d['’]|dell['’])`;
const name = String.raw`(?:${capital}|${small}|\d{1,2}|[IVX]{1,4})(?: (?:${capital}|${small}|\d{1,2}(?= \p{L}))){0,5}`;
const kind = String.raw`(?:Via|V\.|Viale|V\.le|Piazza|P\.?zza|Piazzale|P\.le|Corso|C\.so|Largo|L\.go|Vicolo|Contrada|C\.da|Strada|Lungomare|Lungotevere|Salita|Borgo|Località|Loc\.|Frazione|Calle)`;
const number = String.raw`[,]? {0,2}(?:n\.? ?|nr\.? ?|n° ?|civico )?\d{1,4}(?:[ ]?[/-]?[ ]?[A-Za-z](?!\p{L}))?(?:[/-]\d{1,3})?(?:,? (?:int(?:erno|\.)?|scala|piano) ?[\dA-Z]{1,3})?`;
const town = String.raw`,?[ \n–-]{1,3}(?:I-)?\d{5},? \p{Lu}[\p{L}'’]{1,24}(?: (?:\p{Lu}[\p{L}'’]{1,24}|${small})){0,4}(?: ?\([A-Z]{2}\))?`;
const bareTown = String.raw`(?:,|,? (?:a|in)) \p{Lu}[\p{L}'’]{2,24}(?: \p{Lu}[\p{L}'’]{2,24}){0,2}(?: ?\([A-Z]{2}\))?`;

const exact = new RegExp(
  String.raw`(?<![\p{L}\d])${kind} ${name}(?:${number})(?:${town}|${bareTown})?`,
  'gu',
);
/** In small letters only with a number behind it: "via" leads elsewhere too. */
const loose = new RegExp(
  String.raw`(?<![\p{L}\d])(?:via|viale|v\.le|piazza|p\.?zza|corso|c\.so|largo|vicolo|contrada|strada)(?: [\p{L}'’.]{1,20}){1,5}(?:,? {0,2}(?:n\.? ?|n° ?|civico )\d{1,4}|,? {1,2}\d{1,4})(?:\/?[a-z](?!\p{L}))?(?![\d.,]*\d)(?:${town}|${bareTown})?`,
  'giu',
);
const lives =
  /(?:abit[oai]|viv[oai]|viviamo|abitiamo|resident[ei]|residenza|indirizzo|domicili\w{1,5}|casa)(?: (?:è|e'))?(?: in| a| :|:)? $/iu;
const street = new RegExp(String.raw`(?<![\p{L}\d])(?:${kind}|via|viale|piazza|corso) ${name}`, 'gu');

/** Italian addresses: street and number, with post code and town where they follow; a street alone where somebody lives there. */
export const findItalianAddresses: Finder = ({ text }) => [
  ...spansOf(text, exact, 'address'),
  ...spansOf(text, loose, 'address').filter((span) => isStreet(text, span)),
  ...spansOf(text, street, 'address').filter(({ start }) =>
    lives.test(text.slice(Math.max(0, start - 30), start)),
  ),
];

/** "via whatsapp alle 9", "via email entro 24 ore", "corso di 20 ore" are no streets. */
function isStreet(text: string, { start, end }: PersonalSpan): boolean {
  const value = text.slice(start, end);
  return (
    !/^\p{L}+\.? (?:di|da|whats|wa\b|mail|e-?mail|posta|pec|telefono|sms|chat|telegram|zoom|bonifico|internet|web|app|singapore|dubai|doha|kuala)/iu.test(
      value,
    ) &&
    !/(?:^| )(?:alle|entro|per|tra|fra|ore|del|il|circa|costa|con|dopo|prima|anche|oggi|domani|at|by|for|in) (?:n\.? ?)?\d{1,4}/iu.test(
      value,
    ) &&
    !/^ ?(?:ore|giorni|euro|mesi|anni|settimane|minuti|km|€|%|\p{L}{0,2}juta|rb)/iu.test(
      text.slice(end, end + 12),
    )
  );
}
