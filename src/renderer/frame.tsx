import { useHotkeys } from '@mantine/hooks';
import { Button, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChatScreen } from './chat/chat-screen.tsx';
import { Overlays } from './overlays.tsx';
import { useApp, useAppState, useDesk } from './desk/context.tsx';
import { openOverlay, showScreen } from './desk/app-actions.ts';
import { chooseDesk } from './desk/session-actions.ts';
import { Welcome } from './first-run/welcome.tsx';
import { Rail } from './rail.tsx';
import { JobsScreen } from './jobs/jobs-screen.tsx';
import { NightsScreen } from './nights/nights-screen.tsx';
import { ReviewScreen } from './review/review-screen.tsx';
import { SearchEverything } from './search/search-everything.tsx';
import { SettingsScreen } from './settings/settings-screen.tsx';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import classes from './frame.module.css';

const announcements = { ready: 'reply.ready', failed: 'reply.notReady', doubted: 'reply.doubted' } as const;

/** What a screen reader is told without being asked: a reply that is complete, never its single words. */
function Announcer() {
  const { t } = useTranslation();
  const announcement = useApp((area) => area.announcement);
  return (
    <VisuallyHidden component="output" aria-live="polite">
      {announcement !== null && <span key={announcement.number}>{t(announcements[announcement.kind])}</span>}
    </VisuallyHidden>
  );
}

function DemoBanner() {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <section className={classes.demo} aria-labelledby="demo-banner">
      <span id="demo-banner">{t('demo.banner')}</span>
      <Button size="xs" onClick={() => void chooseDesk(desk, 'own')}>
        {t('demo.leave')}
      </Button>
    </section>
  );
}

const areas = {
  chat: ChatScreen,
  review: ReviewScreen,
  jobs: JobsScreen,
  nights: NightsScreen,
  settings: SettingsScreen,
} as const;

function OpenDesk() {
  const desk = useDesk();
  const screen = useApp((area) => area.screen);
  const Area = areas[screen];
  const isDemo = useAppState((state) => state.desk === 'demo');
  useHotkeys(
    [
      ['mod+N', () => openOverlay(desk, { kind: 'new_client' })],
      ['mod+,', () => showScreen(desk, 'settings')],
      ['mod+I', () => showScreen(desk, 'review')],
      ['mod+J', () => showScreen(desk, 'jobs')],
    ],
    [],
  );
  return (
    <div className={classes.frame}>
      {isDemo && <DemoBanner />}
      <div className={classes.areas}>
        <Rail />
        <ErrorBoundary key={screen}>
          <Area />
        </ErrorBoundary>
      </div>
      <Overlays />
      <SearchEverything />
      <Announcer />
    </div>
  );
}

/** Nothing until the app answered, the welcome until a desk is chosen, then the desk. */
export function Frame() {
  const state = useApp((area) => area.state);
  if (state === null) return null;
  return state.desk === null ? <Welcome /> : <OpenDesk />;
}
