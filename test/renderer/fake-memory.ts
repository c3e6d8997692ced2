import type { ClientFact, JiwaEntry } from '../../src/shared/memory.ts';
import { newId, type FakeData } from './fake-clients.ts';
import { found, type Handlers } from './fake-refusal.ts';

type MemoryHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `${'analysis' | 'memory' | 'fact' | 'jiwa'}:${string}`>
>;

const entry = (clientId: string) => ({
  id: newId(),
  clientId,
  author: 'consultant' as const,
  confidence: 1,
  evidence: null,
  isLocked: false,
  validFrom: Date.now(),
  validTo: null,
});

/** What is asked of a client's memory. */
export function memoryHandlers(data: FakeData): MemoryHandlers {
  const past: JiwaEntry[] = [];
  const removed: ClientFact[] = [];
  return {
    'analysis:read': () => ({
      standing: { state: 'none', conversationId: null, jobId: null, waitsFor: null },
      last: null,
    }),
    'memory:read': ({ clientId }) => ({
      clientId,
      facts: data.facts.filter((fact) => fact.clientId === clientId),
      jiwa: data.jiwa.filter((one) => one.clientId === clientId),
    }),
    'fact:save': ({ clientId, topic, value }) => {
      const next: ClientFact = { ...entry(clientId), topic, value };
      data.facts = [...data.facts.filter((fact) => fact.clientId !== clientId || fact.topic !== topic), next];
      return next;
    },
    'fact:remove': ({ factId }) => {
      removed.push(...data.facts.filter(({ id }) => id === factId));
      data.facts = data.facts.filter(({ id }) => id !== factId);
    },
    'fact:restore': ({ factId }) => {
      const fact = found(removed.find(({ id }) => id === factId));
      data.facts = [...data.facts, fact];
      return fact;
    },
    'fact:lock': ({ factId, isLocked }) => {
      data.facts = data.facts.map((fact) => (fact.id === factId ? { ...fact, isLocked } : fact));
      return found(data.facts.find(({ id }) => id === factId));
    },
    'jiwa:save': ({ clientId, field, value }) => {
      const isSame = (one: JiwaEntry) => one.clientId === clientId && one.field === field;
      past.push(...data.jiwa.filter(isSame).map((one) => ({ ...one, validTo: Date.now() })));
      const next = { ...entry(clientId), field, value };
      data.jiwa = [...data.jiwa.filter((one) => !isSame(one)), next];
      return next;
    },
    'jiwa:clear': ({ clientId, field }) => {
      const isSame = (one: JiwaEntry) => one.clientId === clientId && one.field === field;
      past.push(...data.jiwa.filter(isSame));
      data.jiwa = data.jiwa.filter((one) => !isSame(one));
    },
    'jiwa:restore': ({ entryId }) => {
      const entry = found(past.find(({ id }) => id === entryId));
      data.jiwa = [...data.jiwa, entry];
      return entry;
    },
    'jiwa:lock': ({ clientId, field, isLocked }) => {
      const isSame = (one: JiwaEntry) => one.clientId === clientId && one.field === field;
      data.jiwa = data.jiwa.map((one) => (isSame(one) ? { ...one, isLocked } : one));
      return found(data.jiwa.find(isSame));
    },
    'jiwa:history': ({ clientId, field }) =>
      [...data.jiwa, ...past].filter((one) => one.clientId === clientId && one.field === field),
  };
}
