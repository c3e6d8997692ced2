import type { Client } from '../../../shared/client.ts';
import { readClient } from '../../db/clients.ts';
import { readDayPart, type DayPart } from '../../db/day-record.ts';
import type { Db } from '../../db/db.ts';
import { openRedaction } from '../../privacy/redaction.ts';
import type { Hide } from './gather.ts';

/**
 * What hides the names of each client and all else that leads to a person; one for all that a night tells of a client, so that a name
 * that is told in the last message is hidden in the first one too, by the same stand-in.
 */
export function hiding(db: Db, parts: readonly DayPart[]): (clientId: string) => Hide {
  const opened = new Map<string, Hide>();
  return (clientId) => {
    const known = opened.get(clientId);
    if (known) return known;
    const { hide } = openRedaction(
      { names: namesOf(readClient(db, clientId)) },
      textsOf(db, clientId, parts),
    );
    opened.set(clientId, hide);
    return hide;
  };
}

const namesOf = ({ name, addressAs }: Client): string[] => [name, ...(addressAs === null ? [] : [addressAs])];

function textsOf(db: Db, clientId: string, parts: readonly DayPart[]): string[] {
  return parts
    .filter((part) => part.clientId === clientId)
    .flatMap((part) => readDayPart(db, clientId, part))
    .flatMap(({ text, originalText, note }) => [text, originalText ?? '', note ?? '']);
}
