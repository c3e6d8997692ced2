import { useTranslation } from 'react-i18next';
import { changeSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { Card } from './card.tsx';
import { CheckSettings } from './check-settings.tsx';
import { ChoiceCards } from './choice-cards.tsx';
import { EndingCard } from './ending-card.tsx';

export function ReplySettings() {
  const { t } = useTranslation();
  const desk = useDesk();
  const mode = useAppState((state) => state.settings.replyMode);
  return (
    <>
      <Card title={t('settings.mode')}>
        <ChoiceCards
          label={t('settings.mode')}
          value={mode}
          onChange={(replyMode) => void changeSettings(desk, { replyMode })}
          choices={[
            { value: 'draft', label: t('settings.draft'), hint: t('settings.draftHint') },
            { value: 'direct', label: t('settings.direct'), hint: t('settings.directHint') },
          ]}
        />
      </Card>
      <CheckSettings />
      <EndingCard />
    </>
  );
}
