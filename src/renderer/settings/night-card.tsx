import { useEffect } from 'react';
import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Nights, NightPlan } from '../../shared/night.ts';
import type { Settings } from '../../shared/settings.ts';
import { changeSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { useFormats, useNow } from '../ui/use-formats.tsx';
import { Card } from './card.tsx';
import { KeptInput } from './kept-input.tsx';
import { readNights, runNight } from './night-actions.ts';
import { refuse } from './refuse.ts';
import { StartRow } from './run-start.tsx';
import classes from './settings.module.css';
import { parseWhole } from './whole.ts';

/** When it is due, and for how long after that. */
function Times({ keep }: { keep: (nights: Partial<Settings['nights']>) => Promise<boolean> }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const { at, catchUpHours: kept } = useAppState((state) => state.settings.nights);
  const keepAt = async (text: string) => {
    const [, hours = '', minutes = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text) ?? [];
    const isTime = hours !== '' && Number(hours) < 24 && Number(minutes) < 60;
    if (!isTime) return refuse(desk, 'It is a time of day, like 03:00.');
    return keep({ at: `${hours.padStart(2, '0')}:${minutes}` });
  };
  const keepHours = async (text: string) => {
    const catchUpHours = parseWhole(text, 0, 23);
    if (catchUpHours !== null) return keep({ catchUpHours });
    return refuse(desk, 'It is a whole number of hours, from 0 to 23.');
  };
  return (
    <>
      <div className={classes.row}>
        <div className={classes.grow}>
          <KeptInput label={t('night.at')} value={at} onKeep={keepAt} />
        </div>
        <div className={classes.grow}>
          <KeptInput inputMode="decimal" label={t('night.catchUp')} value={String(kept)} onKeep={keepHours} />
        </div>
      </div>
      <p className={classes.aside}>{t('night.catchUpHint')}</p>
    </>
  );
}

/** What a night begun now would learn from and cost, as far as that can be said. */
function useEstimate(): (plan: NightPlan) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return ({ conversations, messages, cost }) => {
    if (conversations === 0) return t('night.nothingNew');
    const amounts = { count: conversations, messages: formats.count(messages) };
    const what = t('night.from', amounts);
    return `${what} ${cost === null ? t('night.noCost') : t('night.cost', { cost: formats.money(cost.amount, cost.currency) })}`;
  };
}

function useStanding(): (nights: Nights) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  return ({ nights, dueAt }) => {
    if (nights.some(({ state }) => state === 'running')) return t('night.goesOn');
    return dueAt === null ? '' : t('night.due', { when: formats.when(dueAt, now) });
  };
}

function RunNow({ nights, plan }: { nights: Nights; plan: NightPlan }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const estimate = useEstimate();
  const standing = useStanding();
  const isGoing = nights.nights.some(({ state }) => state === 'running' || state === 'waiting');
  return (
    <>
      <p className={classes.aside}>
        {standing(nights)} {estimate(plan)}
      </p>
      <StartRow label={t('night.run')} isGoing={isGoing} onStart={() => void runNight(desk)} />
    </>
  );
}

/** Whether the app learns by night, when, and what the machine does for it. */
export function NightCard() {
  const { t } = useTranslation();
  const desk = useDesk();
  const settings = useAppState((state) => state.settings.nights);
  const nights = useStore(desk.settings, (area) => area.nights);
  const plan = useStore(desk.settings, (area) => area.nightPlan);
  useEffect(() => void readNights(desk), [desk]);
  const keep = async (patch: Partial<Settings['nights']>) => {
    const isKept = await changeSettings(desk, { nights: patch });
    // When the next one is due may be another moment now.
    if (isKept) await readNights(desk);
    return isKept;
  };
  const choice = (name: 'isOn' | 'keepsAwake' | 'startsAtLogin') => (
    <Switch
      label={t(`night.${name}`)}
      description={t(`night.${name}Hint`)}
      checked={settings[name]}
      onChange={(event) => void keep({ [name]: event.currentTarget.checked })}
    />
  );
  return (
    <Card title={t('night.title')} hint={t('night.hint')}>
      <div className={classes.stack}>
        {choice('isOn')}
        {settings.isOn && <Times keep={keep} />}
        {choice('keepsAwake')}
        {choice('startsAtLogin')}
        {nights !== null && plan !== null && <RunNow nights={nights} plan={plan} />}
      </div>
    </Card>
  );
}
