import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { Card } from './card.tsx';
import { KeptInput } from './kept-input.tsx';
import { parsePercent } from './percent.ts';
import { refuse } from './refuse.ts';
import { ShadowCard } from './shadow-card.tsx';
import classes from './settings.module.css';

function CheckCard() {
  const { t } = useTranslation();
  const desk = useDesk();
  const isOn = useAppState((state) => state.settings.checkPrepared);
  const hasKey = useAppState((state) => state.key.isSet);
  return (
    <Card title={t('settings.check')} hint={t('settings.checkHint')}>
      <Switch
        label={t('settings.checkOn')}
        description={hasKey ? undefined : t('settings.checkNoKey')}
        checked={isOn}
        onChange={(event) => void changeSettings(desk, { checkPrepared: event.currentTarget.checked })}
      />
    </Card>
  );
}

function AloneCard() {
  const { t } = useTranslation();
  const desk = useDesk();
  const percent = useAppState((state) => state.settings.maxErrorPercent);
  const keep = async (text: string) => {
    const maxErrorPercent = parsePercent(text);
    if (maxErrorPercent !== null) return changeSettings(desk, { maxErrorPercent });
    return refuse(desk, 'A share is a number from 0.1 to 20 percent.');
  };
  return (
    <Card title={t('settings.alone')} hint={t('settings.aloneHint')}>
      <div className={classes.short}>
        <KeptInput
          inputMode="decimal"
          label={t('settings.alonePercent')}
          value={String(percent)}
          onKeep={keep}
        />
      </div>
    </Card>
  );
}

/** Whether prepared answers are looked at, and when one may go out alone, and how they compare. */
export function CheckSettings() {
  return (
    <>
      <CheckCard />
      <AloneCard />
      <ShadowCard />
    </>
  );
}
