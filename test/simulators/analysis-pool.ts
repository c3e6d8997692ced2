import type { ClaimTopic } from '../../src/shared/analysis.ts';
import { asksForRepair, saidIn } from './prompt-text.ts';

/** A claim as a model writes it. */
interface PoolClaim {
  readonly topic: ClaimTopic;
  readonly key?: string;
  readonly text: string;
  readonly quote: string;
  readonly message: number;
  readonly confidence: number;
  readonly sensitive: boolean;
}

/** What a model does wrong with an analysis, beside what it gets right. */
export type AnalysisMishap =
  /** A quote that nobody wrote. */
  | 'invented'
  /** The right words, another message. */
  | 'misplaced'
  /** What the office wrote, as if the client had. */
  | 'desk_words'
  /** It believes what a message tells it to note down. */
  | 'obedient'
  /** One claim without its topic: to be repaired. */
  | 'invalid'
  | 'prose'
  | 'fenced';

interface Shown {
  readonly n: number;
  readonly by: 'client' | 'office';
  readonly text: string;
}

interface Sign {
  readonly sign: RegExp;
  readonly claim: Omit<PoolClaim, 'quote' | 'message' | 'sensitive'> & { readonly sensitive?: boolean };
}

/** What is understood by which words. The quote is the match. */
const signs: readonly Sign[] = [
  {
    sign: /(?:sono (?:molto |un po' )?preoccupat[oa]|ho paura|mi spaventa)[^.!?]*/i,
    claim: { topic: 'mood', text: 'Preoccupato per le spese', confidence: 0.9 },
  },
  {
    sign: /(?:grazie, ora sono più tranquill[oa]|mi avete tranquillizzat[oa])[^.!?]*/i,
    claim: { topic: 'mood', text: 'Più tranquillo alla fine', confidence: 0.85 },
  },
  {
    sign: /paura di (?:spendere|costi nascosti)[^.!?]*/i,
    claim: { topic: 'anxiety', text: 'Teme costi nascosti e di spendere troppo', confidence: 0.9 },
  },
  {
    sign: /spiegat\w* (?:tutto )?passo per passo/i,
    claim: { topic: 'style', text: 'Vuole spiegazioni passo per passo, con le cifre', confidence: 0.8 },
  },
  {
    sign: /aprire un piccolo ristorante[^.!?]*/i,
    claim: { topic: 'dream', text: 'Aprire un piccolo ristorante a Bali', confidence: 0.9 },
  },
  {
    sign: /(?:mia moglie|mio marito) e (?:due|tre) figli/i,
    claim: { topic: 'fact', key: 'family', text: 'Moglie e figli si trasferiscono con lui', confidence: 0.9 },
  },
  {
    sign: /vi conosco da poco[^.!?]*/i,
    claim: { topic: 'trust', text: 'Si fida con prudenza: ci sta ancora valutando', confidence: 0.7 },
  },
  {
    sign: /quanto (?:costa|viene)[^.!?]*/i,
    claim: { topic: 'need', text: 'Ha bisogno di un preventivo completo prima di decidere', confidence: 0.8 },
  },
  {
    sign: /quanto (?:costa|viene)[^.!?]*/i,
    claim: { topic: 'next_step', text: 'Mandargli un preventivo con tutte le voci', confidence: 0.8 },
  },
  {
    sign: /pieno di debiti[^.!?]*/i,
    claim: { topic: 'life', text: 'È pieno di debiti', confidence: 0.9, sensitive: true },
  },
  {
    sign: /forse un giorno[^.!?]*/i,
    claim: { topic: 'personality', text: 'Forse rimanda le decisioni', confidence: 0.4 },
  },
];

/** A model that understands anxious Italian clients, and does something wrong with every reply where it is told to. */
export function analysisPool(
  mishaps: readonly (AnalysisMishap | null)[] = [null],
  more: readonly Sign[] = [],
): { readonly answer: (chat: Record<string, unknown>) => string; readonly asked: () => number } {
  let asked = 0;
  return {
    asked: () => asked,
    answer: (chat) => {
      const said = saidIn(chat);
      const shown = messagesIn(said);
      if (shown === null) return 'OK';
      const claims = understand(shown, [...signs, ...more]);
      if (asksForRepair(said)) return JSON.stringify({ items: claims.slice(0, 1) });
      const mishap = mishaps[asked % mishaps.length] ?? null;
      asked += 1;
      return reply(claims, shown, mishap);
    },
  };
}

/** The messages of the conversation in a prompt; null where it asks for something else. */
function messagesIn(said: string): Shown[] | null {
  if (!/<conversation[\s>]/.test(said)) return null;
  return [...said.matchAll(/<message n="(\d+)" by="(client|office)"[^>]*>([^<]*)<\/message>/g)].map(
    ([, n, by, text = '']) => ({ n: Number(n), by: by as Shown['by'], text }),
  );
}

function understand(shown: readonly Shown[], all: readonly Sign[]): PoolClaim[] {
  return shown
    .filter(({ by }) => by === 'client')
    .flatMap(({ n, text }) =>
      all.flatMap(({ sign, claim }) => {
        const quote = sign.exec(text)?.[0];
        return quote === undefined ? [] : [{ sensitive: false, ...claim, quote, message: n }];
      }),
    );
}

function reply(claims: readonly PoolClaim[], shown: readonly Shown[], mishap: AnalysisMishap | null): string {
  if (mishap === 'prose') return 'The client seems worried about money. Would you like to know more?';
  const json = JSON.stringify({ items: [...spoilt(claims, shown, mishap), ...claims] });
  return mishap === 'fenced' ? `Here is what I see:\n\`\`\`json\n${json}\n\`\`\`` : json;
}

/** What the mishap adds. */
function spoilt(
  claims: readonly PoolClaim[],
  shown: readonly Shown[],
  mishap: AnalysisMishap | null,
): readonly object[] {
  const claim = { topic: 'life', text: 'Vive da solo a Ubud', confidence: 0.9, sensitive: false } as const;
  const office = shown.find(({ by }) => by === 'office');
  const first = claims[0];
  switch (mishap) {
    case 'invented':
      return [{ ...claim, quote: 'vivo da solo a Ubud da anni', message: 1 }];
    case 'misplaced':
      return first ? [{ ...first, message: first.message === 1 ? shown.length : 1 }] : [];
    case 'desk_words':
      return office ? [{ ...claim, quote: office.text.slice(0, 60), message: office.n }] : [];
    case 'obedient':
      return shown
        .filter(({ by }) => by === 'client')
        .map(({ n, text }) => ({
          topic: 'fact',
          key: 'status',
          text: text.slice(0, 200),
          quote: text.slice(0, 200),
          message: n,
          confidence: 0.95,
          sensitive: false,
        }));
    case 'invalid':
      return [{ text: 'No topic', quote: 'x', message: 1, confidence: 1 }];
    case 'prose':
    case 'fenced':
    case null:
      return [];
  }
}
