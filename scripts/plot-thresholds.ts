// node scripts/plot-thresholds.ts: the simulation of test/main/answers/drift.test.ts as docs/thresholds.svg.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  fixedLearner,
  GOES_STALE,
  IS_REWRITTEN,
  listLearner,
  MESSAGES,
  simulate,
  WORDING_CHANGES,
  type Step,
  type Way,
} from '../test/simulators/drifting-intent.ts';
import { openPanel, toSvg, type Panel } from './plots/svg.ts';
import { projectDir } from './project.ts';

const BOUND = 1;
const EVERY = 200;
const seeds = [1, 2, 3, 4, 5];

const learnt = seeds.map((seed) => simulate(seed, listLearner(BOUND / 100)));
const fixed = simulate(1, fixedLearner);
const parts = [...errorPanel(), ...waysPanel(learnt[1] ?? [])];
writeFileSync(
  join(projectDir, 'docs', 'thresholds.svg'),
  toSvg('Served errors stay under the bound while the share sent without asking grows', parts),
);

function errorPanel(): string[] {
  const panel = openPanel({ top: 56, height: 210, x: [0, MESSAGES], y: [0, 8] });
  return [
    ...panel.frame('Wrong so far, of all answers sent without asking (%)', [0, 1, 2, 4, 6, 8]),
    ...moments(panel, true),
    panel.line('fixed', errorSoFar(fixed)),
    ...learnt.map((steps) => panel.line('learnt', errorSoFar(steps))),
    panel.line('bound', [
      [0, BOUND],
      [MESSAGES, BOUND],
    ]),
    panel.note(350, 2.5, 'fixed threshold 0.58: everything that matches is sent', 'fixed'),
    panel.note(7_400, 1.2, 'the bound that is set: 1 %', 'bound'),
    panel.note(2_300, 0.55, 'learnt threshold, five runs', 'learnt'),
  ];
}

function waysPanel(steps: readonly Step[]): string[] {
  const panel = openPanel({ top: 332, height: 210, x: [0, MESSAGES], y: [0, 100] });
  const alone = shareOf(steps, ['alone']);
  const served = shareOf(steps, ['alone', 'draft']);
  const all = served.map(([at]) => [at, 100] as const);
  return [
    panel.area('claude', served, all),
    panel.area('draft', alone, served),
    panel.area(
      'alone',
      alone.map(([at]) => [at, 0] as const),
      alone,
    ),
    ...panel.frame('Where the messages of the learnt run went (%)', [0, 25, 50, 75, 100]),
    ...moments(panel, false),
    ...panel.ticks(
      'Messages to this question',
      [0, 2_000, 4_000, 6_000, 8_000, 10_000].map((at) => [at, at.toLocaleString('en-GB')]),
    ),
    panel.note(1_500, 30, 'sent without asking', 'on-alone'),
    panel.note(4_350, 70, 'shown as a draft', 'on-draft'),
    panel.note(6_080, 58, 'left to', 'on-claude'),
    panel.note(6_080, 50, 'Claude', 'on-claude'),
  ];
}

function moments(panel: Panel, isNamed: boolean): string[] {
  return [
    ...panel.moment(WORDING_CHANGES, isNamed ? ['clients’ wording', 'changes'] : [], 'end'),
    ...panel.moment(GOES_STALE, isNamed ? ['a rule changes,', 'answers are stale'] : [], 'end'),
    ...panel.moment(IS_REWRITTEN, isNamed ? ['answers are', 'written anew'] : []),
  ];
}

/** From the 200th answer that went out on: before, one wrong one is more than it means. */
function errorSoFar(steps: readonly Step[]): [number, number][] {
  const points: [number, number][] = [];
  let [alone, wrong] = [0, 0];
  for (const [at, { way, isWrong }] of steps.entries()) {
    if (way === 'alone') alone += 1;
    if (way === 'alone' && isWrong) wrong += 1;
    if (alone >= 200 && at % 50 === 0) points.push([at, (100 * wrong) / alone]);
  }
  return points;
}

function shareOf(steps: readonly Step[], ways: readonly Way[]): (readonly [number, number])[] {
  return Array.from({ length: MESSAGES / EVERY }, (_, step) => {
    const some = steps.slice(step * EVERY, (step + 1) * EVERY);
    const share = (100 * some.filter(({ way }) => ways.includes(way)).length) / some.length;
    return [(step + 0.5) * EVERY, share] as const;
  });
}
