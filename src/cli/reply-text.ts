import type { Held } from '../shared/answer.ts';
import type { FaultCode } from '../shared/fault.ts';
import type { CatalogueUse, InsightNaming, Reply, ReplyDetails, ReplyInsight } from '../shared/message.ts';
import { columns, dollars, oneLine, span } from './output.ts';
import { paint } from './paint.ts';

/** Everything behind a reply, one line per thing: where it came from, what stood in its prompt, what it took. */
export function detailsText(details: ReplyDetails): string {
  const { reply, insights, naming, catalogue, facts, toolCalls } = details;
  const rows: string[][] = [
    [paint.quiet('state'), stateText(reply)],
    [paint.quiet('source'), sourceText(details)],
    ...checkRows(details),
    ...insights.map((insight, index) => [
      paint.quiet(index === 0 ? 'insights' : ''),
      insightText(insight, 90),
    ]),
    ...(naming === null ? [] : namingRows(naming)),
    ...(catalogue === null ? [] : [[paint.quiet('catalogue'), catalogueText(catalogue)]]),
    ...facts.map(({ topic, value }, index) => [
      paint.quiet(index === 0 ? 'facts' : ''),
      `${topic}: ${oneLine(value, 70)}`,
    ]),
    ...toolCalls.map(({ name, input, isError }, index) => [
      paint.quiet(index === 0 ? 'tools' : ''),
      `${name} ${oneLine(JSON.stringify(input), 80)}${isError ? paint.bad(' failed') : ''}`,
    ]),
    [paint.quiet('times'), timesText(details)],
    [paint.quiet('cost'), costText(reply)],
  ];
  return columns(rows);
}

/** One insight behind a reply: its score, what became of it, and what it is about in so many characters. */
export function insightText({ score, origin, isUsed, text }: ReplyInsight, length: number): string {
  const mark = score === null ? paint.warning(origin) : paint.accent(score.toFixed(2));
  const use = isUsed === null ? '' : isUsed ? `${paint.good('used')} ` : `${paint.quiet('not used')} `;
  return `${mark} ${use}${oneLine(text, length)}`;
}

function namingRows({ kind, ignored }: InsightNaming): string[][] {
  const words = [
    kind === 'missing' && 'Claude did not say which insights it used',
    kind === 'unreadable' && 'Claude said which insights it used in a way that cannot be read',
    ignored > 0 && `${ignored} of the ids it named belong to no insight in use`,
  ].filter((word) => word !== false);
  return words.length === 0 ? [] : [['', paint.quiet(words.join('; '))]];
}

/** What the catalogue of insights took of a reply. */
export function catalogueText({ insights, tokens, cacheRead, cacheWrite, costUsd }: CatalogueUse): string {
  const share = (part: number) => `${Math.round((100 * part) / Math.max(1, tokens))} %`;
  const cost = costUsd === null ? 'cost unknown' : `about ${dollars(costUsd)}`;
  return `${insights} insights, about ${tokens} tokens (${share(cacheRead)} read from and ${share(cacheWrite)} written to the cache), ${cost}`;
}

function stateText({ state, outcome }: Reply): string {
  const how = outcome === null || outcome === 'complete' ? '' : ` (${outcome})`;
  if (state === 'sent') return paint.good('sent');
  return (state === 'failed' ? paint.bad : paint.warning)(`${state}${how}`);
}

function sourceText({ reply, preparedAnswer }: ReplyDetails): string {
  if (preparedAnswer)
    return `prepared answer ${preparedAnswer.intent}, match ${preparedAnswer.score.toFixed(2)}`;
  const reason = reply.modelReason?.replaceAll('_', ' ');
  return [reply.source, reply.model, reason && `(${reason})`].filter(Boolean).join(' ');
}

/** Why a prepared answer waits in direct mode, and what Claude found when it looked at it. */
function checkRows({ reply: { verdict }, preparedAnswer, check }: ReplyDetails): string[][] {
  const rows: string[][] = [];
  if (preparedAnswer?.held) rows.push([paint.quiet('waits'), heldText(preparedAnswer.held)]);
  if (check) {
    const took = `${span(check.totalMs)}, ${check.costUsd === null ? 'cost unknown' : dollars(check.costUsd)}`;
    const found = verdict
      ? `${(verdict.kind === 'confirmed' ? paint.good : paint.warning)(verdict.kind)}: ${verdict.reason}`
      : `no verdict (${check.fault?.replaceAll('_', ' ')})`;
    rows.push([paint.quiet('check'), `${found} ${paint.quiet(`(${took})`)}`]);
  }
  return rows;
}

function heldText({ reason, have, needed }: Held): string {
  switch (reason) {
    case 'few_checks':
      return `not yet sure enough: ${have} of ${needed} checks`;
    case 'often_wrong':
      return `found wrong too often: ${have} of ${needed}`;
    case 'low_score':
      return `match ${have.toFixed(2)}, sure only from ${needed.toFixed(2)}`;
    case 'own_checks':
      return `this text was right ${have} times in a row, ${needed} are needed`;
  }
}

function timesText({ reply, timings }: ReplyDetails): string {
  const parts = [
    reply.firstTokenMs !== null && `first text ${span(reply.firstTokenMs)}`,
    reply.totalMs !== null && `whole reply ${span(reply.totalMs)}`,
    timings['local_ms'] !== undefined && `of it here ${span(timings['local_ms'])}`,
  ];
  return parts.filter((part) => part !== false).join(', ') || 'none';
}

function costText({ source, usage, costUsd }: Reply): string {
  if (source === 'prepared') return 'nothing, no model was asked';
  if (!usage) return 'nothing';
  const cached = usage.cacheRead + usage.cacheWrite;
  const tokens = `${usage.input} tokens in${cached > 0 ? ` + ${usage.cacheRead} read from and ${usage.cacheWrite} written to the cache` : ''}, ${usage.output} out`;
  return `${costUsd === null ? 'unknown: the model has no price in the settings' : dollars(costUsd)} (${tokens})`;
}

const faults: Readonly<Record<FaultCode, string>> = {
  no_key: 'No Claude key is set. Set ANTHROPIC_API_KEY and try again.',
  invalid_key: 'Claude did not accept the key. Check ANTHROPIC_API_KEY.',
  no_network: 'Claude could not be reached. Check the network, and ANTHROPIC_BASE_URL if it is set.',
  rate_limited: 'Too many requests for this key at the moment. Try again in a minute.',
  overloaded: 'Claude is overloaded at the moment. Try again in a minute.',
  timed_out: 'Claude did not answer in time. Try again.',
  stalled: 'The reply came to a halt and was ended.',
  stream_broken: 'The connection broke in the middle of the reply.',
  server_error: 'Claude had an error of its own. Try again in a minute.',
  bad_request: 'Claude refused the request. Check the model names in the settings.',
  refused: 'Claude declined to answer this message.',
  out_of_tokens: 'The token limit of the settings was used up before any text came.',
  tool_loop: 'Claude kept calling tools and was ended.',
  interrupted: 'The reply was interrupted.',
  internal: 'The reply could not be written; the log in the data folder says more.',
};

/** What went wrong, what was kept and what to do. */
export function faultText({ fault, text }: Pick<Reply, 'fault' | 'text'>): string {
  const kept =
    text === '' ? "The client's message is kept." : "The client's message and the text so far are kept.";
  return `${fault === null ? '' : `${describeFault(fault)} `}${kept}`;
}

export function describeFault(fault: FaultCode): string {
  return faults[fault];
}
