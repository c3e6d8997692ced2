import type { Analysis, MemoryProposal } from '../../shared/analysis.ts';
import type { Client } from '../../shared/client.ts';
import { jiwaFields, type ClientFact, type JiwaEntry } from '../../shared/memory.ts';
import { listAnalyses } from '../db/analyses.ts';
import { clientFacts } from '../db/client-facts.ts';
import { readClient } from '../db/clients.ts';
import type { Db } from '../db/db.ts';
import { jiwaEntries } from '../db/jiwa.ts';
import { listProposalsOf } from '../db/memory-proposals.ts';
import { topicKey } from './memory.ts';

/** All that is remembered of one client, with what it was before and where it comes from. */
interface ExportedMemory {
  readonly client: Client;
  /** Those that hold first, by topic; each topic with its history, newest first. */
  readonly facts: readonly ClientFact[];
  readonly jiwa: readonly JiwaEntry[];
  readonly analyses: readonly Analysis[];
  readonly proposals: readonly MemoryProposal[];
}

/** Everything that a person asks for who asks what is kept of a client. Throws DeskError `not_found`. */
export function exportMemory(db: Db, clientId: string): ExportedMemory {
  const client = readClient(db, clientId);
  const topics = clientFacts.listKeys(db, clientId);
  return {
    client,
    facts: topics.flatMap((topic) => clientFacts.readHistory(db, clientId, topic)),
    jiwa: jiwaFields.flatMap((field) => jiwaEntries.readHistory(db, clientId, field)),
    analyses: listAnalyses(db, clientId),
    proposals: listProposalsOf(db, clientId),
  };
}

/** Every entry that a jiwa field or the topic of a fact ever had, the one that holds now first. */
export function historyOf(db: Db, clientId: string, key: string): readonly (ClientFact | JiwaEntry)[] {
  const field = jiwaFields.find((one) => one === key);
  if (field !== undefined) return jiwaEntries.readHistory(db, clientId, field);
  return clientFacts.readHistory(db, clientId, topicKey(key));
}
