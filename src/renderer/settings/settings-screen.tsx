import { Tabs } from '@mantine/core';
import {
  IconBook2,
  IconDatabase,
  IconMessages,
  IconMoon,
  IconPalette,
  IconSparkles,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../desk/context.tsx';
import { useLayout } from '../ui/use-layout.ts';
import { AppearanceSettings } from './appearance-settings.tsx';
import { ClaudeSettings } from './claude-settings.tsx';
import { DataSettings } from './data-settings.tsx';
import { KnowledgeSettings } from './knowledge-settings.tsx';
import { OfflineSettings } from './offline-settings.tsx';
import { ReplySettings } from './reply-settings.tsx';
import classes from './settings.module.css';

const parts = [
  { key: 'claude', icon: IconSparkles, Part: ClaudeSettings },
  { key: 'replies', icon: IconMessages, Part: ReplySettings },
  { key: 'knowledge', icon: IconBook2, Part: KnowledgeSettings },
  { key: 'offline', icon: IconMoon, Part: OfflineSettings },
  { key: 'appearance', icon: IconPalette, Part: AppearanceSettings },
  { key: 'data', icon: IconDatabase, Part: DataSettings },
] as const;

/** What an operator sets. Every change is kept at once. */
export function SettingsScreen() {
  const { t } = useTranslation();
  const layout = useLayout();
  const version = useAppState((state) => state.version);
  const isNarrow = layout === 'narrow';
  return (
    <main className={classes.screen} data-narrow={isNarrow}>
      <Tabs
        defaultValue="claude"
        orientation={isNarrow ? 'horizontal' : 'vertical'}
        variant="pills"
        classNames={{
          root: classes.tabs ?? '',
          list: classes.list ?? '',
          tab: classes.tab ?? '',
          tabLabel: classes.tabLabel ?? '',
          panel: classes.panel ?? '',
        }}
      >
        <div className={classes.side}>
          <h1>{t('settings.title')}</h1>
          <Tabs.List aria-label={t('settings.title')}>
            {parts.map(({ key, icon: Icon }) => (
              <Tabs.Tab key={key} value={key} leftSection={<Icon size={17} stroke={1.75} aria-hidden />}>
                {t(`settings.${key}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <p className={classes.version}>{t('settings.version', { version })}</p>
        </div>
        {parts.map(({ key, Part }) => (
          <Tabs.Panel key={key} value={key}>
            <h2>{t(`settings.${key}`)}</h2>
            <Part />
          </Tabs.Panel>
        ))}
      </Tabs>
    </main>
  );
}
