// npm run bench: measures the product and prints the figures as Markdown. `--json`; `--only name[,name]`.
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { testVariables } from '../../scripts/electron/for-tests.ts';
import { prepareElectron, withDisplay, type Electron } from '../../scripts/electron/runtime.ts';
import { exitWith } from '../../scripts/ending.ts';
import { buildIfStale } from '../../scripts/freshness.ts';
import { runApart } from './apart.ts';
import { besideRun } from './beside-run.ts';
import { catalogue } from './catalogue.ts';
import { firstToken } from './first-token.ts';
import { generate } from './generate.ts';
import { jobs } from './jobs.ts';
import { local } from './local.ts';
import { matching } from './matching.ts';
import { keepsLimit, ratioOf, type Measure, type Row } from './measure.ts';
import { prepared } from './prepared.ts';
import { retrieval } from './retrieval.ts';
import { search } from './search.ts';
import { streaming } from './streaming.ts';
import { toMarkdown } from './table.ts';
import { vectorIndex } from './vector-index.ts';
import { windowMeasure } from './window.ts';

const measures: readonly Measure[] = [
  local,
  prepared,
  matching,
  firstToken,
  catalogue,
  search,
  retrieval,
  vectorIndex,
  jobs,
  generate,
  besideRun,
  streaming,
  windowMeasure,
];

interface Result {
  readonly measure: Measure;
  /** Processes that wanted a processor, mean of the minute before. */
  readonly load: number;
  readonly rows: readonly Row[];
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    // For the process that runs one measure and answers with its rows.
    apart: { type: 'string' },
  },
});

await exitWith(() => (values.apart === undefined ? bench() : one(values.apart)));

async function one(name: string): Promise<number> {
  const [measure] = choose(name);
  process.stdout.write(JSON.stringify(await measure?.run()));
  return 0;
}

/** Each measure runs in a process of its own, so that none finds the memory or the warm code of another. */
async function bench(): Promise<number> {
  const chosen = choose(values.only);
  const electron = chosen.some(({ needsElectron }) => needsElectron) ? await readyElectron() : null;
  const results: Result[] = [];
  for (const measure of chosen) {
    process.stderr.write(`${measure.title} …\n`);
    const [load = 0] = loadavg();
    results.push({ measure, load, rows: await runApart(commandOf(measure, electron)) });
  }
  process.stdout.write(values.json ? toJson(results) : toPage(results));
  return 0;
}

function choose(names: string | undefined): readonly Measure[] {
  if (names === undefined) return measures;
  return names.split(',').map((name) => {
    const measure = measures.find((known) => known.name === name);
    if (measure) return measure;
    throw new Error(`There is no measure "${name}": ${measures.map(({ name }) => name).join(', ')}.`);
  });
}

async function readyElectron(): Promise<Electron> {
  const [electron] = await Promise.all([prepareElectron(), buildIfStale()]);
  return electron;
}

function commandOf(measure: Measure, electron: Electron | null) {
  const node = [process.execPath, import.meta.filename, '--apart', measure.name];
  if (!measure.needsElectron || electron === null)
    return { command: node[0] ?? 'node', args: node.slice(1), env: {} };
  return { ...withDisplay(electron, node), env: testVariables(electron) };
}

function toPage(results: readonly Result[]): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${memory} GB`;
  const day = new Date().toISOString().slice(0, 10);
  const head = `Measured on ${day}: ${machine}, ${platform()} ${arch()}, Node ${process.versions.node}.\n`;
  return [head, ...results.map(({ measure, load, rows }) => toMarkdown(measure, load, rows))].join('\n');
}

function toJson(results: readonly Result[]): string {
  const all = results.flatMap(({ measure: { name }, load, rows }) =>
    rows.map((row) => ({ measure: name, load, ...row, ratio: ratioOf(row), isKept: keepsLimit(row) })),
  );
  return `${JSON.stringify(all, null, 2)}\n`;
}
