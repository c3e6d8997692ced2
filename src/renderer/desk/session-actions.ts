import type { Desk as DeskChoice } from '../../shared/app.ts';
import { refreshClients } from '../chat/clients-actions.ts';
import { createClientsStore } from '../chat/clients-store.ts';
import { createTimelineStore } from '../chat/timeline-store.ts';
import { readOverview } from '../jobs/jobs-actions.ts';
import { createJobsStore } from '../jobs/jobs-store.ts';
import { greet } from '../nights/nights-actions.ts';
import { createNightsStore } from '../nights/nights-store.ts';
import { readCounts } from '../review/review-actions.ts';
import { createReviewStore } from '../review/review-store.ts';
import { createMemoryStore } from '../memory/memory-store.ts';
import { ask } from './ask.ts';
import type { Desk } from './desk.ts';

/** Reads the state of the app and, when a desk is open, its clients. */
export async function start(desk: Desk): Promise<void> {
  const state = await ask(desk, 'app:state', undefined);
  if (state === null) return;
  desk.app.setState({ state });
  if (state.desk === null) return;
  await Promise.all([refreshClients(desk), readOverview(desk), readCounts(desk)]);
  await greet(desk);
}

/** Opens the user's own desk or the demo; everything of the other one leaves the screen. */
export async function chooseDesk(desk: Desk, choice: DeskChoice): Promise<void> {
  desk.autosave.flush();
  if ((await ask(desk, 'app:choose-desk', { desk: choice })) === null) return;
  desk.clients.setState(createClientsStore().getInitialState());
  desk.timeline.setState(createTimelineStore().getInitialState());
  desk.memory.setState(createMemoryStore().getInitialState());
  desk.jobs.setState(createJobsStore().getInitialState());
  desk.review.setState(createReviewStore().getInitialState());
  desk.nights.setState(createNightsStore().getInitialState());
  desk.settings.setState({ runs: null, estimate: null });
  desk.details.setState({ byReply: {} });
  desk.app.setState({ screen: 'chat', overlay: null });
  await start(desk);
}
