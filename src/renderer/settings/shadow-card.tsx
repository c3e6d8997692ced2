import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { IntentComparison } from '../../shared/answer.ts';
import { changeSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import type { Desk } from '../desk/desk.ts';
import { FoldButton } from '../ui/fold-button.tsx';
import { Card } from './card.tsx';
import { KeptInput } from './kept-input.tsx';
import { refuse } from './refuse.ts';
import { readComparisons } from './settings-actions.ts';
import classes from './settings.module.css';
import { ShadowTable } from './shadow-table.tsx';
import { parseShare } from './share.ts';

async function keepPercent(desk: Desk, text: string): Promise<boolean> {
  const percent = parseShare(text);
  if (percent !== null) return changeSettings(desk, { shadow: { percent } });
  return refuse(desk, 'A share is a number from 0 to 100 percent.');
}

/** Those that anything is known or set of. */
const isKnown =
  (byIntent: Readonly<Record<string, number>>) =>
  ({ intent, served, isEnabled }: IntentComparison) =>
    served > 0 || !isEnabled || Object.hasOwn(byIntent, intent);

function Questions({ comparisons }: { comparisons: readonly IntentComparison[] }) {
  const { t } = useTranslation();
  const [isAll, setAll] = useState(false);
  const { byIntent } = useAppState((state) => state.settings.shadow);
  const shown = isAll ? comparisons : comparisons.filter(isKnown(byIntent));
  return (
    <>
      {shown.length === 0 ? (
        <p className={classes.note}>{t('shadow.none')}</p>
      ) : (
        <ShadowTable comparisons={shown} />
      )}
      {(isAll || shown.length < comparisons.length) && (
        <FoldButton label={t('shadow.showAll')} isOpen={isAll} onToggle={() => setAll(!isAll)} />
      )}
    </>
  );
}

/** For which share of prepared answers Claude's own is written too, and what comparing them came to. */
export function ShadowCard() {
  const { t } = useTranslation();
  const desk = useDesk();
  const { percent } = useAppState((state) => state.settings.shadow);
  const comparisons = useStore(desk.settings, (area) => area.comparisons);
  useEffect(() => void readComparisons(desk), [desk]);
  return (
    <Card title={t('shadow.card')} hint={t('shadow.cardHint')}>
      <div className={classes.short}>
        <KeptInput
          inputMode="decimal"
          label={t('shadow.percent')}
          value={String(percent)}
          onKeep={(text) => keepPercent(desk, text)}
        />
      </div>
      {comparisons !== null && comparisons.length > 0 && <Questions comparisons={comparisons} />}
    </Card>
  );
}
