import { numberProblem, withoutSlots } from '../../../../shared/slots.ts';
import type { AnswerGate } from './gate.ts';

const numerals = {
  en: 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety|hundred|thousand',
  it: 'due|tre|quattro|cinque|sei|sette|otto|nove|dieci|dodici|quindici|venti|trenta|sessanta|novanta|cento|mille|mila',
  id: 'satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|belas|puluh|ratus|ribu',
};
const units = {
  en: 'days?|weeks?|months?|years?|hours?|minutes?|million|euros?|dollars?|rupiah|per ?cent',
  it: 'giorni|settimane|mesi|anni|ore|minuti|milioni|euro|dollari|rupie|per cento',
  id: 'hari|minggu|pekan|bulan|tahun|jam|menit|juta|ribu|rupiah|persen|euro',
};

/** Amounts in words, and currencies and "a million" without any figure. */
const spelled = [
  ...(['en', 'it', 'id'] as const).map(
    (language) =>
      new RegExp(
        String.raw`(?<!\p{L})(?:${numerals[language]})(?:[ -]+(?:${numerals[language]}|to|a|o|or|sampai|hingga|atau))*[ -]+(?:(?:working|business) |hari kerja )?(?:${units[language]})(?!\p{L})`,
        'iu',
      ),
  ),
  // "How many transactions a month" is no amount; "within a month" is one.
  /(?<!\p{L})(?:se(?:juta|ratus|ribu)|un milione|a million|one (?:week|month|year))(?!\p{L})/iu,
  /(?<!\p{L})(?:in|within|about|takes?) a (?:week|month|year)(?!\p{L})/iu,
  /(?<!\p{L})(?:in|entro|circa|(?:ci )?vuole) (?:un (?:mese|anno)|una settimana)(?!\p{L})/iu,
  /(?<!\p{L})(?:dalam|sekitar|selama|waktu|kurang lebih) se(?:minggu|bulan|tahun)(?!\p{L})/iu,
  /[€$£%]/,
];

/** A number or a price that is no house fact, in figures or in words. */
export const figureGate: AnswerGate = ({ text }) => {
  const detail = numberProblem(text);
  if (detail !== null) return { reason: 'figure', detail };
  const outside = withoutSlots(text);
  for (const pattern of spelled) {
    const found = pattern.exec(outside);
    if (found) return { reason: 'figure', detail: `an amount that is no house fact: ${found[0].trim()}` };
  }
  return null;
};
