import { waitOf, waits, type Wait } from '../../shared/job-waits.ts';
import type { JobsOverview, JobState } from '../../shared/job.ts';
import type { Language } from '../../shared/language.ts';
import type { TrayLook } from './tray-icon.ts';

/** What the tray says and offers. */
export interface TrayMenu {
  readonly look: TrayLook;
  /** Lines that say how offline work stands; the first is also told when the pointer rests on the icon. */
  readonly says: readonly string[];
  readonly pause: { readonly label: string; readonly isPaused: boolean };
  readonly open: string;
  readonly quit: string;
}

/** Holds that a person meets; of the others it is said that there is one. */
type Held = Extract<Wait, 'notSet' | 'paused' | 'battery' | 'asleep' | 'budgetDay' | 'budgetMonth'>;

interface Words extends Record<Held, string> {
  readonly resting: string;
  running(this: void, n: number): string;
  waiting(this: void, n: number): string;
  readonly held: string;
  readonly pause: string;
  readonly resume: string;
  readonly open: string;
  readonly quit: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    resting: 'Offline work rests',
    running: (n) => `${n} running`,
    waiting: (n) => `${n} waiting`,
    held: 'It cannot go on at the moment',
    notSet: 'No endpoint is set',
    paused: 'Paused',
    battery: 'On battery: it goes on when plugged in',
    asleep: 'The computer sleeps',
    budgetDay: 'The budget of the day is spent',
    budgetMonth: 'The budget of the month is spent',
    pause: 'Pause offline work',
    resume: 'Resume offline work',
    open: 'Open Jiwa Desk',
    quit: 'Quit',
  },
  it: {
    resting: 'Il lavoro offline riposa',
    running: (n) => `${n} in corso`,
    waiting: (n) => `${n} in attesa`,
    held: 'Al momento non può proseguire',
    notSet: 'Nessun endpoint impostato',
    paused: 'In pausa',
    battery: 'A batteria: riprende con la corrente',
    asleep: 'Il computer è in sospensione',
    budgetDay: 'Il budget del giorno è esaurito',
    budgetMonth: 'Il budget del mese è esaurito',
    pause: 'Metti in pausa il lavoro offline',
    resume: 'Riprendi il lavoro offline',
    open: 'Apri Jiwa Desk',
    quit: 'Esci',
  },
  id: {
    resting: 'Kerja luring sedang istirahat',
    running: (n) => `${n} berjalan`,
    waiting: (n) => `${n} menunggu`,
    held: 'Saat ini belum bisa berlanjut',
    notSet: 'Endpoint belum diatur',
    paused: 'Dijeda',
    battery: 'Memakai baterai: berlanjut saat tersambung ke listrik',
    asleep: 'Komputer sedang tidur',
    budgetDay: 'Anggaran hari ini sudah habis',
    budgetMonth: 'Anggaran bulan ini sudah habis',
    pause: 'Jeda kerja luring',
    resume: 'Lanjutkan kerja luring',
    open: 'Buka Jiwa Desk',
    quit: 'Keluar',
  },
};

const isHeld = (wait: Wait | null): wait is Held =>
  wait !== null && ['notSet', 'paused', 'battery', 'asleep', 'budgetDay', 'budgetMonth'].includes(wait);

/** What the tray says of offline work; null while no desk is open. */
export function trayMenu(overview: JobsOverview | null, language: Language): TrayMenu {
  const word = words[language];
  const running = countOf(overview, 'running');
  const waiting = countOf(overview, 'waiting');
  const holds = overview?.holds ?? [];
  const isPaused = holds.includes(waits.paused);
  const counts = [
    ...(running > 0 ? [word.running(running)] : []),
    ...(waiting > 0 ? [word.waiting(waiting)] : []),
  ];
  // Whoever has nothing to do needs no reason for not doing it; that it is paused should be known all the same.
  const told = counts.length > 0 ? holds : holds.filter((hold) => hold === waits.paused);
  const reasons = told.map((hold) => {
    const wait = waitOf(hold);
    return isHeld(wait) ? word[wait] : word.held;
  });
  return {
    look: running > 0 ? 'working' : 'idle',
    says: [counts.join(', ') || word.resting, ...new Set(reasons)],
    pause: { label: isPaused ? word.resume : word.pause, isPaused },
    open: word.open,
    quit: word.quit,
  };
}

function countOf(overview: JobsOverview | null, wanted: JobState): number {
  return (overview?.counts ?? []).reduce((sum, { state, n }) => sum + (state === wanted ? n : 0), 0);
}
