import { useTranslation } from 'react-i18next';
import { changeSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { Card } from './card.tsx';
import { KeptInput } from './kept-input.tsx';
import { refuse } from './refuse.ts';
import classes from './settings.module.css';
import { parseWhole } from './whole.ts';

const LONGEST = 1_440;

/** After how long a silence a conversation ends by itself. */
export function EndingCard() {
  const { t } = useTranslation();
  const desk = useDesk();
  const minutes = useAppState((state) => state.settings.conversations.idleMinutes);
  const keep = async (text: string) => {
    const idleMinutes = parseWhole(text, 1, LONGEST);
    if (idleMinutes !== null) return changeSettings(desk, { conversations: { idleMinutes } });
    return refuse(desk, `It is a number of minutes, from 1 to ${LONGEST}.`);
  };
  return (
    <Card title={t('ending.title')} hint={t('ending.hint')}>
      <div className={classes.short}>
        <KeptInput inputMode="decimal" label={t('ending.minutes')} value={String(minutes)} onKeep={keep} />
      </div>
    </Card>
  );
}
