import type { KnowledgeRun, RejectedInsight, RunEnding, RunEstimate } from '../shared/knowledge-run.ts';
import { columns, dateTime, dollars, oneLine, span } from './output.ts';
import { paint } from './paint.ts';

const endings: Readonly<Record<RunEnding, string>> = {
  target: 'the target is reached',
  dry: 'hardly anything new came any more',
  barren: 'hardly anything usable came: look at the rejects, the prompt and the model',
  cancelled: 'it was cancelled',
};

export function estimateText({ insights, batches, gpuMinutes, costUsd, from }: RunEstimate): string {
  const cost = costUsd === null ? 'no price is set' : `about ${dollars(costUsd)}`;
  const basis = from === 'runs' ? 'by what earlier runs took' : 'as a 70B model on one GPU usually takes';
  return `${insights} insights: about ${batches} requests, ${gpuMinutes.toFixed(0)} minutes of GPU, ${cost} (${basis}).`;
}

/** One line while a run goes on; `here`: what was made since this process began. */
export function progressText(
  run: KnowledgeRun,
  here: { readonly taken: number; readonly ms: number },
): string {
  const perMs = here.taken / Math.max(1, here.ms);
  const left = perMs > 0 ? `, about ${span((run.target - run.taken) / perMs)} left` : '';
  const perMinute = perMs > 0 ? `, ${(perMs * 60_000).toFixed(0)} a minute` : '';
  return `${run.taken} of ${run.target}${perMinute}, yield ${percent(run.yield)}, ${dollars(run.spending.costUsd)}${left}`;
}

const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(0)} %`);

/** How a run stands, in a word. */
function standing({ state, ending, alive, lastError }: KnowledgeRun): string {
  if (state === 'undone') return paint.warning('undone');
  if (state === 'done') return ending === 'target' ? paint.good('done') : paint.warning(ending ?? 'done');
  return alive > 0 ? paint.accent('running') : paint.bad(lastError === null ? 'stands' : 'failed');
}

/** Runs as a table, so that they can be compared. */
export function runsText(runs: readonly KnowledgeRun[]): string {
  if (runs.length === 0) return 'No knowledge was generated yet. `knowledge generate` does it.';
  const head = ['run', 'state', 'begun', 'taken', 'kept', 'yield', 'rejects', 'cost', 'model, prompt'];
  return columns([head.map(paint.quiet), ...runs.map(cells)]);
}

function cells(run: KnowledgeRun): string[] {
  return [
    run.id.slice(-12),
    standing(run),
    dateTime(run.startedAt),
    `${run.taken}/${run.target}`,
    String(run.kept),
    percent(run.yield),
    rejectsText(run, 3),
    dollars(run.spending.costUsd),
    `${run.models.join(' + ') || '–'}, ${run.promptVersion.slice(-8)}`,
  ];
}

function rejectsText({ rejects }: KnowledgeRun, most: number): string {
  const all = Object.entries(rejects).map(([reason, n]) => `${n} ${reason}`);
  return all.slice(0, most).join(', ') || '–';
}

/** Everything that is known of a run. */
export function runText(run: KnowledgeRun, rejected: readonly RejectedInsight[] = []): string {
  const { spending, batches } = run;
  const rows: [string, string][] = [
    ['run', run.id],
    [
      'state',
      [standing(run), run.ending === null ? run.lastError : endings[run.ending]].filter(Boolean).join(', '),
    ],
    ['insights', `${run.taken} of ${run.target} taken, ${run.kept} there now (made for ${run.goesTo})`],
    ['yield', percent(run.yield)],
    ['rejects', `${run.rejected}: ${rejectsText(run, 20)}`],
    [
      'batches',
      `${batches.ended} of ${batches.planned} ended, ${batches.failed} failed, ${run.alive} waiting or running`,
    ],
    [
      'took',
      `${dollars(spending.costUsd)}, ${span(spending.gpuMs)} of GPU, ${spending.requests} requests, ${spending.inputTokens} + ${spending.outputTokens} tokens`,
    ],
    ['model', `${run.models.join(', ') || '–'} (${run.endpoints.join(', ') || '–'})`],
    ['prompt, plan', `${run.promptVersion}, ${run.planVersion}`],
    ['time', [run.startedAt, run.endedAt].map((at) => (at === null ? '…' : dateTime(at))).join(' to ')],
  ];
  const list = columns(rows.map(([name, value]) => [paint.quiet(name), value]));
  if (rejected.length === 0) return list;
  const lines = rejected.map(({ reason, detail, raw }) => [
    paint.warning(reason),
    oneLine(detail, 70),
    paint.quiet(oneLine(raw, 90)),
  ]);
  return `${list}\n\n${columns(lines)}`;
}
