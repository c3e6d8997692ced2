import type { Night, ReportEvidence, ReportItem } from '../../shared/night.ts';
import { showScreen } from '../desk/app-actions.ts';
import { ask } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';
import { goTo } from '../search/search-actions.ts';
import type { Layout } from '../ui/use-layout.ts';
import { undo } from '../review/review-actions.ts';
import { unseenOf, withNight } from './nights-store.ts';

export async function readNights(desk: Desk): Promise<void> {
  const list = await ask(desk, 'night:list', undefined);
  if (list !== null) desk.nights.setState({ list });
}

/** When the app opens after a night, its report is shown, once; every other area is one press away. */
export async function greet(desk: Desk): Promise<void> {
  await readNights(desk);
  const night = unseenOf(desk.nights.getState().list);
  if (night !== null && desk.app.getState().screen === 'chat') await openNight(desk, night.id);
}

/** The report that nobody looked at yet, or all nights. */
export async function showNights(desk: Desk): Promise<void> {
  await readNights(desk);
  const night = unseenOf(desk.nights.getState().list);
  if (night !== null) return openNight(desk, night.id);
  closeNight(desk);
  showScreen(desk, 'nights');
}

/** Shows the report of a night, which counts as looked at from then on. */
export async function openNight(desk: Desk, nightId: string): Promise<void> {
  desk.nights.setState({ openId: nightId, details: null, undone: null, plan: null });
  showScreen(desk, 'nights');
  await readNight(desk);
  const { details, openId } = desk.nights.getState();
  if (openId === nightId && details?.report && details.night.seenAt === null)
    await ask(desk, 'night:seen', { nightId });
}

async function readNight(desk: Desk): Promise<void> {
  const { openId: nightId } = desk.nights.getState();
  if (nightId === null) return;
  const details = await ask(desk, 'night:show', { nightId });
  if (desk.nights.getState().openId !== nightId) return;
  desk.nights.setState(details === null ? { openId: null } : { details });
}

export const closeNight = (desk: Desk) => desk.nights.setState({ openId: null, details: null, undone: null });

/** A night began, came on or ended. One that ends while the app is open is told of, not put before what one does. */
export function applyNight(desk: Desk, night: Night): void {
  const { list, openId } = desk.nights.getState();
  const before = list?.nights.find(({ id }) => id === night.id);
  if (list !== null) desk.nights.setState({ list: withNight(list, night) });
  if (openId === night.id) void readNight(desk);
  if (before?.state === 'running' && night.state === 'done' && openId !== night.id)
    desk.tell({ kind: 'night', what: 'ready', open: () => void openNight(desk, night.id) });
  // When the next one is due stands beside the list.
  if (night.state !== 'running') void readNights(desk);
}

/** Puts back all that a night changed, but what somebody changed since. */
export async function undoNight(desk: Desk, nightId: string): Promise<void> {
  const undone = await ask(desk, 'night:undo', { nightId });
  if (undone === null) return;
  if (desk.nights.getState().openId === nightId) desk.nights.setState({ undone });
  applyNight(desk, undone.night);
}

/** Asks what a night begun now would do; null closes the question. */
export async function planNight(desk: Desk, isWanted: boolean): Promise<void> {
  const plan = isWanted ? await ask(desk, 'night:plan', undefined) : null;
  desk.nights.setState({ plan });
}

export async function runNight(desk: Desk): Promise<void> {
  const night = await ask(desk, 'night:run', { localDate: null });
  desk.nights.setState({ plan: null });
  if (night !== null) applyNight(desk, night);
}

/** Whether there is a place where an item of a report is shown. */
export const canOpen = ({ ref, clientId }: ReportItem): boolean =>
  clientId !== null || ref.kind === 'insight';

/** Shows what an item tells of: an insight, or the memory of its client. */
export function openItem(desk: Desk, { ref, clientId, text }: ReportItem, layout: Layout): Promise<void> {
  const kind = clientId === null ? 'insight' : 'client_fact';
  return goTo(desk, { kind, id: ref.id, clientId, title: text, snippet: '', at: null }, layout);
}

/** Shows the message that an item rests on, in its conversation. */
export async function openEvidence(
  desk: Desk,
  { clientId, messageId, quote }: ReportEvidence,
  layout: Layout,
): Promise<void> {
  if (clientId === null || messageId === null) return;
  await goTo(desk, { kind: 'message', id: messageId, clientId, title: quote, snippet: '', at: null }, layout);
}

/** Whether an item can be taken out of use by itself. */
export const canWithdraw = ({ ref, group }: ReportItem): boolean =>
  (ref.kind === 'insight' && group === 'insights') || ref.kind === 'answer';

/** Takes one thing that a night learnt out of use; it is kept as rejected, and that can be taken back. */
export async function withdraw(desk: Desk, { ref }: ReportItem): Promise<void> {
  const kind = ref.kind === 'answer' ? 'answer' : 'insight';
  const outcome = await ask(desk, 'review:withdraw', { kind, id: ref.id });
  if (outcome === null || outcome.batchId === null) return;
  const { batchId } = outcome;
  desk.tell({
    kind: 'undo',
    what: 'review_rejected',
    count: 1,
    undo: () => void undo(desk, batchId).then(() => readNight(desk)),
  });
}
