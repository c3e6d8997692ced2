import type { SearchHit } from '../../shared/search.ts';
import { selectClient } from '../chat/clients-actions.ts';
import { seekMessage } from '../chat/timeline-actions.ts';
import { closeOverlay, fold, openOverlay } from '../desk/app-actions.ts';
import type { Desk } from '../desk/desk.ts';
import type { Layout } from '../ui/use-layout.ts';

/** Goes to what was found: a client, a message in its place, a fact in the memory, an insight to read. */
export async function goTo(desk: Desk, hit: SearchHit, layout: Layout): Promise<void> {
  if (hit.kind === 'insight' || hit.clientId === null) {
    openOverlay(desk, { kind: 'insight', hit });
    return;
  }
  closeOverlay(desk);
  await selectClient(desk, hit.clientId);
  if (hit.kind === 'message') await seekMessage(desk, hit.clientId, hit.id);
  if (hit.kind !== 'client_fact') return;
  if (layout === 'wide') fold(desk, { isMemoryFolded: false });
  else openOverlay(desk, { kind: 'memory' });
}
