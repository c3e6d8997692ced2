import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languages } from '../../shared/language.ts';
import { changeSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { Card } from './card.tsx';

/** How each language calls itself: found by someone who reads no other. */
export const ownNames = { id: 'Bahasa Indonesia', it: 'Italiano', en: 'English' } as const;

export function AppearanceSettings() {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useAppState((state) => state.settings.language);
  const theme = useAppState((state) => state.settings.theme);
  return (
    <>
      <Card title={t('settings.language')}>
        <SegmentedControl
          aria-label={t('settings.language')}
          value={language}
          onChange={(value) => void changeSettings(desk, { language: value })}
          data={[
            { value: 'system' as const, label: t('language.system') },
            ...languages.map((value) => ({ value, label: ownNames[value] })),
          ]}
        />
      </Card>
      <Card title={t('settings.theme')}>
        <SegmentedControl
          aria-label={t('settings.theme')}
          value={theme}
          onChange={(value) => void changeSettings(desk, { theme: value })}
          data={[
            { value: 'system' as const, label: t('settings.themeSystem') },
            { value: 'light' as const, label: t('settings.themeLight') },
            { value: 'dark' as const, label: t('settings.themeDark') },
          ]}
        />
      </Card>
    </>
  );
}
