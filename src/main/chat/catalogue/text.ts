import type { CatalogueInsight } from '../../db/catalogues.ts';
import { escapeText } from '../escape.ts';
import { formatInsightId } from '../insight-id.ts';

/**
 * Characters of a whole catalogue, about 85,000 tokens: above 100,000 tokens of prompt the fast model costs five times as
 * much. Many insights have shorter lines for it.
 */
const BUDGET = 330_000;
const LONGEST_LINE = 170;
const SHORTEST_LINE = 90;
/** What of a line the signal may take; it says more than the guidance, which can be opened. */
const SIGNAL_SHARE = 0.68;
const LEAST_GUIDANCE = 24;

/** The catalogue as prompts carry it: one line per insight, in the order given. Empty when there are none. */
export function catalogueText(insights: readonly CatalogueInsight[]): string {
  if (insights.length === 0) return '';
  const length = Math.max(SHORTEST_LINE, Math.min(LONGEST_LINE, Math.floor(BUDGET / insights.length)));
  const lines = insights.map((insight) => catalogueLine(insight, length));
  return ['<insight_catalogue>', ...lines, '</insight_catalogue>'].join('\n');
}

/** The numbers of the insights that a catalogue lists. */
export function listedNumbers(text: string): Set<number> {
  return new Set([...text.matchAll(/^[a-z](\d+) /gm)].map(([, number]) => Number(number)));
}

/** Whatever an insight says, it is one line of data: nothing in it can end the line or open a tag. */
function catalogueLine({ number, language, text, guidance }: CatalogueInsight, length: number): string {
  const name = `${formatInsightId(number)} ${language} `;
  const signal = clip(text, Math.round(length * SIGNAL_SHARE));
  const rest = length - name.length - signal.length - ' → '.length;
  const advice = clip(guidance, Math.max(LEAST_GUIDANCE, rest));
  return `${name}${escapeText(advice === '' ? signal : `${signal} → ${advice}`)}`;
}

/** At most so many characters on one line, cut between words. */
function clip(text: string, most: number): string {
  const plain = text.replaceAll(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim();
  if (plain.length <= most) return plain;
  const head = plain.slice(0, most - 1);
  const end = head.lastIndexOf(' ');
  const cut = end > most / 2 ? head.slice(0, end) : wholeCharacters(head);
  return `${cut.replace(/[\s,;:.–—-]+$/u, '')}…`;
}

function wholeCharacters(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text;
}
