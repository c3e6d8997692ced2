import {
  reportGroups,
  type NightDetails,
  type NightFailure,
  type NightReport,
  type ReportItem,
} from '../../shared/night.ts';
import type { Settings } from '../../shared/settings.ts';
import { DAY } from '../../shared/time.ts';
import type { Db } from '../db/db.ts';
import { readNightCost } from '../db/night-cost.ts';
import { listItems } from '../db/night-items.ts';
import { listNightJobs, readNight, readNightFigures } from '../db/nights.ts';
import { readQuality } from '../db/quality.ts';
import { countQueue } from '../db/review-queue.ts';

/** What a report has beside its items; kept with the night. */
export type NightFigures = Omit<NightReport, 'groups'>;

/** The days that the one a night learnt from is compared with. */
const BEFORE_MS = 7 * DAY;

/** The figures of a night that comes to its end. To be called when what it learnt is written. */
export function figuresOf(
  db: Db,
  nightId: string,
  settings: Pick<Settings['offline'], 'currency' | 'perUsd'>,
  learning: readonly NightFailure[],
): NightFigures {
  const { from, to } = readNight(db, nightId);
  const { costUsd, requests } = readNightCost(db, nightId);
  const waiting: Record<string, number> = {};
  for (const { kind, n } of countQueue(db).groups) waiting[kind] = (waiting[kind] ?? 0) + n;
  // Of a first night, whose span has no beginning, the last day counts.
  const since = Math.max(from, to - BEFORE_MS);
  return {
    waiting,
    failures: [...failedJobs(db, nightId), ...learning],
    cost: { amount: costUsd * settings.perUsd, currency: settings.currency, requests },
    quality: {
      before: readQuality(db, since - BEFORE_MS, since),
      after: readQuality(db, since, to),
    },
  };
}

/** By kind and reason, so that an endpoint that is gone is told once. */
function failedJobs(db: Db, nightId: string): NightFailure[] {
  const failures = new Map<string, NightFailure>();
  for (const { kind, state, error } of listNightJobs(db, nightId)) {
    if (state !== 'failed' && state !== 'cancelled') continue;
    const why = state === 'cancelled' ? 'It was cancelled.' : (error ?? 'It failed.');
    const known = failures.get(`${kind} ${why}`);
    failures.set(`${kind} ${why}`, { what: kind, why, count: (known?.count ?? 0) + 1 });
  }
  return [...failures.values()];
}

/** A night and, once it is done, its report. Throws DeskError `not_found`. */
export function detailsOf(db: Db, nightId: string): NightDetails {
  const night = readNight(db, nightId);
  const figures = readNightFigures(db, nightId) as NightFigures | null;
  return { night, report: figures && { ...figures, groups: grouped(listItems(db, nightId)) } };
}

function grouped(items: readonly ReportItem[]): NightReport['groups'] {
  return reportGroups
    .map((group) => ({ group, items: items.filter((item) => item.group === group) }))
    .filter((group) => group.items.length > 0);
}
