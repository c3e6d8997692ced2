import type { ReactNode } from 'react';
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
import { useStore } from 'zustand';
import { useAppState, useDesk } from '../desk/context.tsx';
import type { IconType } from '../ui/icon-button.tsx';
import { useLayout } from '../ui/use-layout.ts';
import { AppearanceSettings } from './appearance-settings.tsx';
import { ClaudeSettings } from './claude-settings.tsx';
import { DataSettings } from './data-settings.tsx';
import { KnowledgeSettings } from './knowledge-settings.tsx';
import { OfflineSettings } from './offline-settings.tsx';
import { ReplySettings } from './reply-settings.tsx';
import { settingsParts, type SettingsPart } from './settings-store.ts';
import classes from './settings.module.css';

const parts: Readonly<Record<SettingsPart, { icon: IconType; Part: () => ReactNode }>> = {
  claude: { icon: IconSparkles, Part: ClaudeSettings },
  replies: { icon: IconMessages, Part: ReplySettings },
  knowledge: { icon: IconBook2, Part: KnowledgeSettings },
  offline: { icon: IconMoon, Part: OfflineSettings },
  appearance: { icon: IconPalette, Part: AppearanceSettings },
  data: { icon: IconDatabase, Part: DataSettings },
};

/** What an operator sets. Every change is kept at once. */
export function SettingsScreen() {
  const { t } = useTranslation();
  const layout = useLayout();
  const version = useAppState((state) => state.version);
  const desk = useDesk();
  const shown = useStore(desk.settings, (area) => area.part);
  const show = (value: string | null) => {
    const part = settingsParts.find((one) => one === value);
    if (part !== undefined) desk.settings.setState({ part });
  };
  const isNarrow = layout === 'narrow';
  return (
    <main className={classes.screen} data-narrow={isNarrow}>
      <Tabs
        value={shown}
        onChange={show}
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
            {settingsParts.map((key) => {
              const { icon: Icon } = parts[key];
              return (
                <Tabs.Tab key={key} value={key} leftSection={<Icon size={17} stroke={1.75} aria-hidden />}>
                  {t(`settings.${key}`)}
                </Tabs.Tab>
              );
            })}
          </Tabs.List>
          <p className={classes.version}>{t('settings.version', { version })}</p>
        </div>
        {settingsParts.map((key) => {
          const { Part } = parts[key];
          return (
            <Tabs.Panel key={key} value={key}>
              <h2>{t(`settings.${key}`)}</h2>
              <Part />
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </main>
  );
}
