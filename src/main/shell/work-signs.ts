import { Notification, type BrowserWindow } from 'electron';
import type { Emit, Events } from '../../shared/events.ts';
import type { JobsOverview, LongRun } from '../../shared/job.ts';
import type { Language } from '../../shared/language.ts';
import { HOUR, MINUTE } from '../../shared/time.ts';

const words: Record<
  Language,
  { title: string; hours: string; minutes: string; done: string; failed: string }
> = {
  en: { title: 'Offline work has ended', hours: 'h', minutes: 'min', done: 'done', failed: 'failed' },
  it: {
    title: 'Il lavoro offline è finito',
    hours: 'h',
    minutes: 'min',
    done: 'fatti',
    failed: 'non riusciti',
  },
  id: { title: 'Kerja luring selesai', hours: 'jam', minutes: 'menit', done: 'selesai', failed: 'gagal' },
};

/** Beyond 1, the bar moves without an end. */
const MOVING = 2;

interface SignParts {
  readonly emit: Emit;
  /** Null while there is none. */
  readonly window: () => BrowserWindow | null;
  readonly language: () => Language;
  readonly onClick: () => void;
}

/** Passes on what is told to the window, and shows outside of it what of offline work is worth that. */
export function withWorkSigns({ emit, window, language, onClick }: SignParts): Emit {
  return (name, value) => {
    emit(name, value);
    if (name === 'job:overview') showWork(window(), value as Events['job:overview']);
    if (name === 'job:long-run-ended')
      notifyOfRun(value as Events['job:long-run-ended'], language(), onClick);
  };
}

/** Shows in the taskbar or dock whether offline work goes on. */
function showWork(window: BrowserWindow | null, { counts }: JobsOverview): void {
  if (window === null || window.isDestroyed()) return;
  const isRunning = counts.some(({ state, n }) => state === 'running' && n > 0);
  window.setProgressBar(isRunning ? MOVING : -1);
}

/** Tells whoever looks elsewhere that work which took long has ended. A click shows it. */
function notifyOfRun(run: LongRun, language: Language, onClick: () => void): void {
  if (!Notification.isSupported()) return;
  const { title, hours, minutes, done, failed } = words[language];
  const whole = Math.floor(run.ms / HOUR);
  const rest = Math.round((run.ms % HOUR) / MINUTE);
  const took = [...(whole > 0 ? [`${whole} ${hours}`] : []), `${rest} ${minutes}`].join(' ');
  const parts = [took, `${run.done} ${done}`, ...(run.failed > 0 ? [`${run.failed} ${failed}`] : [])];
  const notification = new Notification({ title, body: parts.join(' · '), silent: true });
  notification.on('click', onClick);
  notification.show();
}
