import type { Emit } from '../../src/shared/events.ts';
import type { Night, NightDetails, NightReport } from '../../src/shared/night.ts';
import { DAY, HOUR } from '../../src/shared/time.ts';
import { found, type Handlers } from './fake-refusal.ts';

type NightVerb = Extract<keyof Handlers, `night:${string}`>;

const ids = ['01a21500-0000-7000-8000-000000000001', '01a21500-0000-7000-8000-000000000002'] as const;

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Last night, as it is told in the morning. */
function aNightReport(clientId: string): NightReport {
  const item = { detail: null, evidence: [], clientId: null } as const;
  return {
    groups: [
      {
        group: 'insights',
        items: [
          {
            ...item,
            group: 'insights',
            text: '“Nanti dulu ya” after a price means that it is too much, and that nobody wants to say so.',
            detail: 'Offer the smaller package without being asked.',
            evidence: [{ quote: 'Nanti dulu ya, [NAME_1] pikir-pikir lagi', clientId, messageId: null }],
            ref: { kind: 'insight', id: ids[0] },
          },
        ],
      },
      {
        group: 'triggers',
        items: [{ ...item, group: 'triggers', text: 'mikir-mikir', ref: { kind: 'insight', id: ids[1] } }],
      },
      {
        group: 'clients',
        items: [
          {
            ...item,
            group: 'clients',
            text: 'Afraid that the costs grow after the start',
            detail: 'anxieties',
            evidence: [{ quote: 'e poi quanto mi costa in più?', clientId, messageId: null }],
            ref: { kind: 'jiwa', id: ids[1] },
            clientId,
          },
        ],
      },
    ],
    waiting: { insight: 3, jiwa: 1 },
    failures: [{ what: 'analyse_conversation', why: 'The endpoint did not answer in time.', count: 1 }],
    cost: { amount: 0.42, currency: 'USD', requests: 14 },
    quality: {
      before: { hitRate: 0.78, thumbsUp: 21, thumbsDown: 4, editDistance: 0.18 },
      after: { hitRate: 0.84, thumbsUp: 5, thumbsDown: 0, editDistance: 0.11 },
    },
  };
}

/** Two nights: the last one not looked at yet, the one before it undone. */
function someNights(now: number): Night[] {
  const to = new Date(now).setHours(3, 0, 0, 0);
  const last: Night = {
    id: ids[0],
    localDate: dateOf(to),
    origin: 'schedule',
    state: 'done',
    from: to - DAY,
    to,
    conversations: 9,
    jobId: null,
    createdAt: to,
    endedAt: to + HOUR / 3,
    undoneAt: null,
    seenAt: null,
    counts: { insights: 1, triggers: 1, clients: 1 },
    kept: 0,
    isUndoable: true,
  };
  const before = { ...last, id: ids[1], localDate: dateOf(to - DAY), from: to - 2 * DAY, to: to - DAY };
  const undone = { state: 'undone', undoneAt: to, seenAt: to, isUndoable: false, counts: {} } as const;
  return [last, { ...before, createdAt: to - DAY, endedAt: to - DAY + HOUR, ...undone }];
}

/** Nights in memory. */
export function nightHandlers(emit: Emit, now: number, clientId: string): Pick<Handlers, NightVerb> {
  let nights = someNights(now);
  const change = (nightId: string, patch: Partial<Night>): Night => {
    const night = { ...found(nights.find(({ id }) => id === nightId)), ...patch };
    nights = nights.map((one) => (one.id === nightId ? night : one));
    emit('night:changed', { night });
    return night;
  };
  const show = (nightId: string): NightDetails => {
    const night = found(nights.find(({ id }) => id === nightId));
    return { night, report: night.state === 'done' ? aNightReport(clientId) : null };
  };
  return {
    'night:list': () => ({
      nights,
      dueAt: now + 6 * HOUR,
      dueDate: dateOf(now + DAY),
    }),
    'night:show': ({ nightId }) => show(nightId),
    'night:undo': ({ nightId }) => ({
      restored: 3,
      kept: [],
      night: change(nightId, { state: 'undone', undoneAt: now, isUndoable: false }),
    }),
    'night:run': () => change(ids[0], { state: 'running', endedAt: null }),
    'night:plan': () => ({
      localDate: dateOf(now),
      conversations: 4,
      clients: 3,
      messages: 37,
      answers: 2,
      cost: { amount: 0.2, currency: 'USD' },
      holds: [],
    }),
    'night:seen': ({ nightId }) => change(nightId, { seenAt: now }),
  };
}
