import type { FaultCode } from '../../src/shared/fault.ts';
import { faultCodes } from '../../src/shared/fault.ts';
import type { Emit } from '../../src/shared/events.ts';
import type { Message, Reply } from '../../src/shared/message.ts';

const sentences =
  'Grazie per averlo scritto, e hai fatto bene a chiederlo adesso.\n\nTi spiego passo per passo: prima verifichiamo i **documenti**, poi fissiamo l’appuntamento e alla fine ritiri il permesso. Per ogni passo ti dico tempi e costi, così non ci sono sorprese.';

/** What a message asks the fake to do: `#no_network` fails so, `#cut` breaks halfway, `#slow` takes its time. */
interface Wish {
  readonly fault: FaultCode | null;
  readonly isCut: boolean;
  readonly pauseMs: number;
}

export function wishOf(text: string): Wish {
  const fault = faultCodes.find((code) => text.includes(`#${code}`)) ?? null;
  return { fault, isCut: text.includes('#cut'), pauseMs: text.includes('#slow') ? 400 : 35 };
}

interface Stream {
  readonly reply: Reply;
  readonly wish: Wish;
  readonly isDirect: boolean;
  readonly emit: Emit;
  /** Keeps the reply as it is now. */
  readonly keep: (reply: Message) => void;
  readonly current: () => Reply;
}

/** Writes a reply word by word, as the real one does, and ends it as wished. */
export function streamReply({ reply, wish, isDirect, emit, keep, current }: Stream): () => void {
  const pieces = sentences.split(/(?<=\s)/);
  const end = (patch: Partial<Reply>) => {
    clearInterval(timer);
    const ended: Reply = { ...current(), totalMs: 1_900, ...patch };
    keep(ended);
    emit('message:changed', ended);
    emit('client:changed', { clientId: ended.clientId });
  };
  const step = () => {
    if (wish.fault !== null)
      return end({ state: 'failed', outcome: 'empty', fault: wish.fault, costUsd: null });
    const piece = pieces.shift();
    if (wish.isCut && pieces.length < 20) {
      return end({ state: 'draft', outcome: 'cut', fault: 'stream_broken' });
    }
    if (piece === undefined) {
      return end(
        isDirect
          ? { state: 'sent', outcome: 'complete', sentAt: Date.now() }
          : { state: 'draft', outcome: 'complete' },
      );
    }
    const next = { ...current(), text: current().text + piece, firstTokenMs: 610 };
    keep(next);
    emit('reply:streamed', {
      replyId: reply.id,
      clientId: reply.clientId,
      appended: piece,
      length: next.text.length,
    });
  };
  const timer = setInterval(step, wish.pauseMs);
  return () => end({ state: 'draft', outcome: 'stopped' });
}

interface FakeCheck {
  readonly reply: Reply;
  readonly isDoubtful: boolean;
  readonly emit: Emit;
  readonly change: (replyId: string, patch: Partial<Reply>) => Reply;
}

/** Looks at a prepared reply and says what it found a moment later. */
export function checkReply({ reply: { id: replyId, clientId }, isDoubtful, emit, change }: FakeCheck): void {
  setTimeout(() => emit('reply:checking', { replyId, clientId, isChecking: true }), 5);
  setTimeout(() => {
    const verdict = isDoubtful
      ? ({ kind: 'doubtful', reason: 'Chiede il prezzo per due persone.' } as const)
      : ({ kind: 'confirmed', reason: 'Risponde a quello che chiede.' } as const);
    emit('message:changed', change(replyId, { verdict }));
    emit('reply:checking', { replyId, clientId, isChecking: false });
  }, 60);
}
