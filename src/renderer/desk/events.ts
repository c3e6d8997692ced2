import { afterConversationChange, afterMessageChange, reloadTimeline } from '../chat/timeline-actions.ts';
import { applyChecking, applyConversation, applyMessage, applyStreamed } from '../chat/timeline-store.ts';
import { refreshClients } from '../chat/clients-actions.ts';
import { readDetails } from '../memory/details-actions.ts';
import { followAnalysis, refreshAnalysis } from '../memory/analysis-actions.ts';
import { refreshMemory } from '../memory/memory-actions.ts';
import { applyJobs, applyOverview } from '../jobs/jobs-actions.ts';
import { applyNight, showNights } from '../nights/nights-actions.ts';
import { applyCounts } from '../review/review-actions.ts';
import { readRuns } from '../settings/generate-actions.ts';
import { readNights } from '../settings/night-actions.ts';
import { readComparisons } from '../settings/settings-actions.ts';
import { followPreparation } from '../settings/prepare-actions.ts';
import { applyModel } from '../settings/model-actions.ts';
import { applySettings, openOverlay, showScreen } from './app-actions.ts';
import type { Desk } from './desk.ts';

/** Lets what the main process tells reach the stores. `openSearch` shows the search. Returns what ends it. */
export function listen(desk: Desk, openSearch: () => void): () => void {
  const { bridge } = desk;
  const endings = [
    bridge.on('reply:streamed', (event) => {
      if (applyStreamed(desk.timeline, event) === 'gap') void reloadTimeline(desk);
    }),
    bridge.on('message:changed', (message) => {
      const before = desk.timeline.getState().messages[message.id];
      applyMessage(desk.timeline, message);
      afterMessageChange(desk, before, message);
    }),
    bridge.on('reply:checking', (event) => {
      applyChecking(desk.timeline, event);
      // What the check took is known at its end, also without a verdict.
      if (!event.isChecking && desk.details.getState().byReply[event.replyId] !== undefined)
        void readDetails(desk, event.replyId);
    }),
    bridge.on('conversation:changed', (value) => {
      const before = desk.timeline.getState().conversations.find(({ id }) => id === value.id);
      applyConversation(desk.timeline, value);
      afterConversationChange(desk, before, value);
    }),
    bridge.on('analysis:changed', ({ clientId }) => void refreshAnalysis(desk, clientId)),
    bridge.on('reply:shadowed', ({ replyId }) => {
      if (desk.details.getState().byReply[replyId] !== undefined) void readDetails(desk, replyId);
      if (desk.settings.getState().comparisons !== null) void readComparisons(desk);
    }),
    bridge.on('client:changed', () => void refreshClients(desk)),
    bridge.on('memory:changed', ({ clientId }) => void refreshMemory(desk, clientId)),
    bridge.on('settings:changed', (settings) => applySettings(desk, settings)),
    bridge.on('index:changed', (index) => desk.settings.setState({ index })),
    // Who looks at runs has read them; everybody else reads them when they look.
    bridge.on('knowledge:changed', () => {
      if (desk.settings.getState().runs !== null) void readRuns(desk);
    }),
    bridge.on('night:changed', () => {
      if (desk.settings.getState().nights !== null) void readNights(desk);
    }),
    bridge.on('model:changed', (model) => applyModel(desk, model)),
    bridge.on('night:changed', ({ night }) => applyNight(desk, night)),
    bridge.on('review:changed', (counts) => applyCounts(desk, counts)),
    bridge.on('job:changed', (event) => {
      applyJobs(desk, event);
      followAnalysis(desk, event);
      followPreparation(desk, event);
    }),
    bridge.on('job:overview', (overview) => applyOverview(desk, overview)),
    bridge.on('screen:asked', ({ show }) => {
      if (show === 'settings' || show === 'jobs') showScreen(desk, show);
      else if (show === 'nights') void showNights(desk);
      else if (show === 'search') openSearch();
      else openOverlay(desk, { kind: 'new_client' });
    }),
  ];
  return () => endings.forEach((end) => end());
}
