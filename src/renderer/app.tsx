import { useEffect } from 'react';
import { MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import { useStore } from 'zustand';
import { DeskProvider } from './desk/context.tsx';
import type { Desk } from './desk/desk.ts';
import { listen } from './desk/events.ts';
import { start } from './desk/session-actions.ts';
import { spotlight } from './search/search-store.ts';
import { Frame } from './frame.tsx';
import { theme, variables } from './theme/theme.ts';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import { FormatsProvider } from './ui/use-formats.tsx';

/** The language of the screen follows the settings. */
function useChosenLanguage(desk: Desk, words: i18n): void {
  const language = useStore(desk.app, ({ state }) =>
    state?.settings.language === 'system' ? state.systemLanguage : state?.settings.language,
  );
  useEffect(() => {
    if (language === undefined) return;
    void words.changeLanguage(language);
    document.documentElement.lang = language;
  }, [language, words]);
}

/** The whole window. */
export function App({ desk, words }: { desk: Desk; words: i18n }) {
  const chosen = useStore(desk.app, ({ state }) => state?.settings.theme ?? 'system');
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  useChosenLanguage(desk, words);

  useEffect(() => {
    const stopListening = listen(desk, spotlight.open);
    window.addEventListener('pagehide', desk.autosave.flush);
    void start(desk);
    return () => {
      stopListening();
      window.removeEventListener('pagehide', desk.autosave.flush);
    };
  }, [desk]);

  return (
    <I18nextProvider i18n={words}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        forceColorScheme={chosen === 'system' ? system : chosen}
      >
        <Notifications position="bottom-right" limit={3} zIndex={400} />
        <DeskProvider desk={desk}>
          <FormatsProvider>
            <ErrorBoundary>
              <Frame />
            </ErrorBoundary>
          </FormatsProvider>
        </DeskProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}
