import type { Events } from '../../shared/events.ts';
import type { Language } from '../../shared/language.ts';
import type { Night } from '../../shared/night.ts';

interface NightWords {
  readonly awake: string;
  readonly awakeBody: string;
  readonly ready: string;
  readonly learnt: (things: number, conversations: number) => string;
  readonly failed: string;
  readonly failedBody: string;
}

const words: Readonly<Record<Language, NightWords>> = {
  en: {
    awake: 'The computer stays awake',
    awakeBody: 'Until Jiwa Desk has learnt from the day. Settings → Offline work ends this.',
    ready: 'The morning report is ready',
    learnt: (things, conversations) => `${things} things learnt from ${conversations} conversations`,
    failed: 'The night did not come to its end',
    failedBody: 'What it was to learn from is kept for the next one. Offline work says why.',
  },
  it: {
    awake: 'Il computer resta acceso',
    awakeBody:
      'Finché Jiwa Desk non ha imparato dalla giornata. Si disattiva in Impostazioni → Lavoro offline.',
    ready: 'Il resoconto del mattino è pronto',
    learnt: (things, conversations) => `${things} cose imparate da ${conversations} conversazioni`,
    failed: 'La notte non è arrivata alla fine',
    failedBody: 'Ciò da cui doveva imparare resta per la prossima. Il perché è in Lavoro offline.',
  },
  id: {
    awake: 'Komputer tetap menyala',
    awakeBody: 'Sampai Jiwa Desk selesai belajar dari hari ini. Dimatikan di Pengaturan → Kerja luring.',
    ready: 'Laporan pagi sudah siap',
    learnt: (things, conversations) => `${things} hal dipelajari dari ${conversations} percakapan`,
    failed: 'Malam ini tidak selesai',
    failedBody: 'Yang seharusnya dipelajari disimpan untuk malam berikutnya. Sebabnya ada di Kerja luring.',
  },
};

export interface NightWatchParts {
  readonly language: () => Language;
  /** As the settings have it. */
  readonly keepsAwake: () => boolean;
  readonly notify: (title: string, body: string) => void;
  /** Keeps the machine from sleeping; returns what ends that. */
  readonly stayAwake: () => () => void;
}

/** What of nights is shown outside of the window, and whether the machine may sleep while one goes on. */
export class NightWatch {
  readonly #parts: NightWatchParts;
  #running: string | null = null;
  #release: (() => void) | null = null;

  constructor(parts: NightWatchParts) {
    this.#parts = parts;
  }

  /** Of each night that goes on here, its beginning and its end are told once. */
  take({ night }: Events['night:changed']): void {
    if (night.state === 'running') this.#running = night.id;
    else if (night.id === this.#running) {
      this.#running = null;
      this.#tellEnd(night);
    }
    this.refresh();
  }

  /** The settings changed, or a desk was closed. */
  refresh(): void {
    const { keepsAwake, stayAwake, notify, language } = this.#parts;
    const isWanted = this.#running !== null && keepsAwake();
    if (isWanted === (this.#release !== null)) return;
    if (!isWanted) {
      this.#release?.();
      this.#release = null;
      return;
    }
    this.#release = stayAwake();
    const { awake, awakeBody } = words[language()];
    notify(awake, awakeBody);
  }

  #tellEnd({ state, counts, conversations }: Night): void {
    const { ready, learnt, failed, failedBody } = words[this.#parts.language()];
    const things = Object.values(counts).reduce((sum, n) => sum + n, 0);
    if (state === 'failed') this.#parts.notify(failed, failedBody);
    // A night of which there is nothing to tell wakes nobody.
    if (state === 'done' && things > 0) this.#parts.notify(ready, learnt(things, conversations));
  }
}
