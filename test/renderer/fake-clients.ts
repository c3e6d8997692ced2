import type { Client } from '../../src/shared/client.ts';
import type { Conversation } from '../../src/shared/conversation.ts';
import type { ClientFact, JiwaEntry, JiwaField } from '../../src/shared/memory.ts';
import type { ClientMessage, Message, Reply } from '../../src/shared/message.ts';
import { DAY, HOUR, MINUTE } from '../../src/shared/time.ts';

let count = 0;

/** Ids in the order they are made, shaped like the real ones. */
export function newId(): string {
  count += 1;
  return `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`;
}

export function aClient(patch: Partial<Client> & Pick<Client, 'name'>): Client {
  return {
    id: newId(),
    addressAs: null,
    language: 'it',
    formality: 'informal',
    createdAt: 0,
    updatedAt: 0,
    ...patch,
  };
}

export function aConversation(clientId: string, patch: Partial<Conversation> = {}): Conversation {
  return {
    id: newId(),
    clientId,
    channel: 'whatsapp',
    startedAt: 0,
    endedAt: null,
    endReason: null,
    isTemporary: false,
    ...patch,
  };
}

export function clientMessage(conversation: Conversation, text: string, createdAt: number): ClientMessage {
  return {
    author: 'client',
    id: newId(),
    conversationId: conversation.id,
    clientId: conversation.clientId,
    text,
    language: null,
    createdAt,
  };
}

export function aReply(conversation: Conversation, patch: Partial<Reply>): Reply {
  const createdAt = patch.createdAt ?? 0;
  return {
    author: 'desk',
    id: newId(),
    conversationId: conversation.id,
    clientId: conversation.clientId,
    text: '',
    language: 'it',
    createdAt,
    repliesTo: null,
    source: 'claude',
    state: 'sent',
    outcome: 'complete',
    fault: null,
    originalText: null,
    model: 'claude-haiku-5-5',
    modelReason: 'default',
    usage: { input: 412, output: 188, cacheRead: 2_960, cacheWrite: 0 },
    costUsd: 0.0004,
    firstTokenMs: 612,
    totalMs: 2_140,
    feedback: null,
    verdict: null,
    isMarkedWrong: false,
    sentAt: createdAt,
    ...patch,
  };
}

export interface FakeData {
  clients: Client[];
  conversations: Conversation[];
  messages: Message[];
  facts: ClientFact[];
  jiwa: JiwaEntry[];
}

const memoryOf = (clientId: string, now: number) => ({
  id: newId(),
  clientId,
  author: 'llama' as const,
  evidence: null,
  isLocked: false,
  validFrom: now - 9 * DAY,
  validTo: null,
});

function jiwaOf(clientId: string, now: number): JiwaEntry[] {
  const entry = (field: JiwaField, value: string, confidence: number, quote?: string): JiwaEntry => ({
    ...memoryOf(clientId, now),
    field,
    value,
    confidence,
    evidence: quote === undefined ? null : { quote, messageId: null, at: now - DAY },
  });
  return [
    entry('emotional_state', 'Entusiasta, in ansia per i costi', 0.8, 'Ho paura di buttare via tutto'),
    entry('trust_level', 'In crescita, fa molte domande', 0.95),
    {
      ...entry('communication_preference', 'Spiegazioni complete, passo per passo', 1),
      author: 'consultant',
      isLocked: true,
    },
    entry('life_phase', 'Prepara il trasferimento con la famiglia', 0.7),
    entry('dreams', 'Un’attività sostenibile a Bali', 0.6),
    entry('anxieties', 'Burocrazia, costi, l’ignoto', 0.8),
  ];
}

function mario(now: number): FakeData {
  const client = aClient({ name: 'Mario Rinaldi' });
  const first = aConversation(client.id, {
    startedAt: now - 9 * DAY,
    endedAt: now - 9 * DAY + HOUR,
    endReason: 'button',
  });
  const second = aConversation(client.id, { startedAt: now - HOUR });
  const hello = clientMessage(
    first,
    'Buongiorno! Un amico mi ha parlato di voi. Aiutate anche con la PT PMA?',
    now - 9 * DAY,
  );
  const price = clientMessage(second, 'Ciao! Quanto costa il KITAS investitore?', now - 9 * MINUTE);
  const shame = clientMessage(
    second,
    'Mi vergogno un po’ a chiederlo, ma se poi l’attività non va bene cosa succede al permesso? Ho paura di buttare via tutto.',
    now - 2 * MINUTE,
  );
  const messages: Message[] = [
    hello,
    aReply(first, {
      text: 'Ciao Mario, sì: seguiamo la PT PMA dall’inizio alla fine. Raccontami che attività hai in mente e ti dico **tempi**, documenti e costi.',
      repliesTo: hello.id,
      createdAt: now - 9 * DAY + MINUTE,
      originalText: 'Buongiorno, sì.',
    }),
    price,
    aReply(second, {
      text: 'Ciao Mario, bentornato! Il KITAS investitore per un anno costa 1.150 €, tutto compreso: tasse, ufficio e le nostre pratiche. Se vuoi ti preparo la lista dei documenti.',
      repliesTo: price.id,
      createdAt: now - 9 * MINUTE + 10,
      source: 'prepared',
      model: null,
      modelReason: null,
      usage: null,
      costUsd: null,
      firstTokenMs: 6,
      totalMs: 6,
    }),
    shame,
    aReply(second, {
      text: 'Mario, capisco. Il permesso dipende dalla società.',
      repliesTo: shame.id,
      createdAt: now - 2 * MINUTE + 10,
      state: 'replaced',
      sentAt: null,
    }),
    aReply(second, {
      text: 'Mario, è una domanda giustissima, e hai fatto bene a farla adesso. Nessuno ti giudica per averla: chi apre un’attività a Bali e ci pensa prima di solito parte meglio.\n\nSe la società si ferma, il permesso non cade da un giorno all’altro. Ci sono tre strade, e per ognuna ti dico tempi e costi.',
      repliesTo: shame.id,
      createdAt: now - 2 * MINUTE + 20,
      state: 'draft',
      sentAt: null,
    }),
  ];
  const fact = (topic: string, value: string, patch: Partial<ClientFact> = {}): ClientFact => ({
    ...memoryOf(client.id, now),
    topic,
    value,
    confidence: 0.9,
    ...patch,
  });
  return {
    clients: [client],
    conversations: [first, second],
    messages,
    facts: [
      fact('lingua', 'Italiano, un po’ d’inglese', { author: 'consultant', confidence: 1 }),
      fact('interessi', 'PT PMA, KITAS investitore'),
      fact('passaporto', 'scade il 3 marzo 2027', { isLocked: true, author: 'consultant', confidence: 1 }),
    ],
    jiwa: jiwaOf(client.id, now),
  };
}

function wayan(now: number): FakeData {
  const client = aClient({
    name: 'Wayan Ardana',
    addressAs: 'Pak Wayan',
    language: 'id',
    formality: 'formal',
  });
  const open = aConversation(client.id, { startedAt: now - 3 * HOUR });
  const asked = clientMessage(
    open,
    'Maaf ya Bu, saya belum sempat kirim dokumennya. Nanti saya kabari ya.',
    now - 3 * HOUR,
  );
  const failed = aReply(open, {
    repliesTo: asked.id,
    createdAt: now - 3 * HOUR + 10,
    state: 'failed',
    outcome: 'empty',
    fault: 'no_network',
    sentAt: null,
    usage: null,
    costUsd: null,
    firstTokenMs: null,
  });
  return {
    clients: [client],
    conversations: [open],
    messages: [asked, failed],
    facts: [],
    jiwa: [],
  };
}

function emily(now: number): FakeData {
  const client = aClient({ name: 'Emily Carter', language: 'en' });
  const ended = aConversation(client.id, {
    channel: 'email',
    startedAt: now - 2 * DAY,
    endedAt: now - DAY,
    endReason: 'idle',
  });
  const messages: Message[] = [];
  for (let index = 0; index < 150; index += 1) {
    const at = now - 2 * DAY + index * 8 * MINUTE;
    const asked = clientMessage(
      ended,
      `Question ${index + 1}: is the second-year extension the same as the first?`,
      at,
    );
    const text = `Answer ${index + 1}: mostly, with one paper less.\nYou keep the *same sponsor*, so the office asks for:\n\n- the passport\n- the old permit\n\nMore on [the immigration page](https://example.com/extension).`;
    messages.push(
      asked,
      aReply(ended, {
        text,
        repliesTo: asked.id,
        createdAt: at + MINUTE,
        feedback: index === 149 ? { thumb: 'up', note: null } : null,
      }),
    );
  }
  return { clients: [client], conversations: [ended], messages, facts: [], jiwa: [] };
}

/** Three invented clients: a busy one, one whose reply failed, one with a long past. */
export function threeClients(now: number): FakeData {
  const parts = [mario(now), wayan(now), emily(now)];
  return {
    clients: parts.flatMap((part) => part.clients),
    conversations: parts.flatMap((part) => part.conversations),
    messages: parts.flatMap((part) => part.messages),
    facts: parts.flatMap((part) => part.facts),
    jiwa: parts.flatMap((part) => part.jiwa),
  };
}
