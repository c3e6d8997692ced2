import type { Reading } from './reading.ts';

/** What a question of how long may be about: how long one may stay, or how long until something is ready. */
export type Time = 'stay' | 'ready';

const cues: Readonly<Record<Time, RegExp>> = {
  stay: /(?<= )(?:izin tinggal|ijin tinggal|tinggal|menetap|berada|permanenza|soggiorn\S+|restare|rimanere|stare|trattener\S+|fermar\S+|stay|staying|remain)(?= )/,
  ready:
    /(?<= )(?:sampai jadi|jadi(?:nya)?|terbit\S*|diterbitkan|keluar(?:nya)?|selesai\S*|kelar\S*|nunggu\S*|menunggu|tunggu|proses\S*|diproses|pengurusan\S*|urus\S*|bikin\S*|pembuatan\S*|approv\S+|issu\S+|process\S*|ready|wait\S*|turnaround|emess[oaie]|emissione|rilasci\S+|pront[oaie]|prono|ottener\S*|aver(?:e|lo|la)|aspett\S+|attend\S+|attesa|pratica|lavorazione|ci vuole|ci vogliono|ci mette|how soon|how fast)(?= )/,
};

/** Which of the two a question of how long is about; null where it says neither, or both ("how long for a stay permit"). */
export function timeOf({ keys, line }: Pick<Reading, 'keys' | 'line'>): Time | null {
  if (!keys.has('DURATION') && !keys.has('VALIDITY')) return null;
  const [isStay, isReady] = [cues.stay.test(line), cues.ready.test(line)];
  if (isStay === isReady) return null;
  return isStay ? 'stay' : 'ready';
}
