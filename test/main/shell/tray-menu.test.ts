import { expect, it, test } from 'vitest';
import { trayMenu } from '../../../src/main/shell/tray-menu.ts';
import { waits } from '../../../src/shared/job-waits.ts';
import type { JobsOverview, JobState } from '../../../src/shared/job.ts';

const overview = (n: Partial<Record<JobState, number>>, ...holds: string[]): JobsOverview => ({
  counts: Object.entries(n).map(([state, n]) => ({ kind: 'prepare_answers', state: state as JobState, n })),
  spending: {
    currency: 'USD',
    day: { spent: 0, limit: null, level: 'fine' },
    month: { spent: 0, limit: null, level: 'fine' },
  } as unknown as JobsOverview['spending'],
  holds,
});

test.each([
  ['no desk is open', null, ['Il lavoro offline riposa'], 'idle'],
  ['all is done', overview({ done: 7 }), ['Il lavoro offline riposa'], 'idle'],
  ['work goes on', overview({ running: 2, waiting: 5 }), ['2 in corso, 5 in attesa'], 'working'],
  [
    'nothing is to do and no endpoint is set',
    overview({}, waits.notSet),
    ['Il lavoro offline riposa'],
    'idle',
  ],
  [
    'work waits for its endpoint',
    overview({ waiting: 1 }, waits.notSet),
    ['1 in attesa', 'Nessun endpoint impostato'],
    'idle',
  ],
  ['it is paused', overview({}, waits.paused), ['Il lavoro offline riposa', 'In pausa'], 'idle'],
  [
    'an endpoint is ill in its own words',
    overview({ waiting: 3 }, 'llama.example answered with HTTP 500.'),
    ['3 in attesa', 'Al momento non può proseguire'],
    'idle',
  ],
])('says how offline work stands when %s', (_when, given, says, look) => {
  expect(trayMenu(given, 'it')).toMatchObject({ says, look });
});

it('offers to pause what goes on, and to resume what is paused', () => {
  expect(trayMenu(overview({ running: 1 }), 'en').pause).toEqual({
    label: 'Pause offline work',
    isPaused: false,
  });
  expect(trayMenu(overview({ waiting: 1 }, waits.paused), 'id').pause).toEqual({
    label: 'Lanjutkan kerja luring',
    isPaused: true,
  });
});
