import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { CatalogueChoice, CatalogueStatus } from '../../shared/insight.ts';
import type { Settings } from '../../shared/settings.ts';
import { changeSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { modelLabel } from '../ui/names.ts';
import { useFormats } from '../ui/use-formats.tsx';
import { Card } from './card.tsx';
import { ChoiceCards } from './choice-cards.tsx';
import { readCatalogue } from './settings-actions.ts';
import classes from './settings.module.css';

const choices = {
  sent: 'catalogue.sent',
  off: 'catalogue.offFor',
  empty: 'catalogue.empty',
  withdrawn: 'catalogue.withdrawnFor',
  refused: 'catalogue.refused',
  too_many: 'catalogue.tooMany',
  uncached: 'catalogue.uncached',
} as const satisfies Record<CatalogueChoice, string>;

function Today({ status }: { status: CatalogueStatus }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { insights, tokens, withdrawn, models } = status;
  return (
    <div className={classes.today}>
      <p>
        {t('catalogue.today', { insights: formats.count(insights), tokens: formats.count(tokens) })}{' '}
        {t('catalogue.changes')}
        {withdrawn > 0 && ` ${t('catalogue.withdrawn', { count: withdrawn })}`}
      </p>
      <ul>
        {models.map(({ model, choice }) => (
          <li key={model}>{t(choices[choice], { model: modelLabel(model) })}</li>
        ))}
      </ul>
    </div>
  );
}

/** Whether prompts carry one line per insight, and what that is today. */
export function CatalogueCard() {
  const { t } = useTranslation();
  const desk = useDesk();
  const setting = useAppState((state) => state.settings.insightCatalogue);
  const status = useStore(desk.settings, (area) => area.catalogue);
  useEffect(() => void readCatalogue(desk), [desk]);
  const choose = async (insightCatalogue: Settings['insightCatalogue']) => {
    await changeSettings(desk, { insightCatalogue });
    await readCatalogue(desk);
  };
  return (
    <Card title={t('catalogue.title')} hint={t('catalogue.hint')}>
      <div className={classes.stack}>
        <ChoiceCards
          label={t('catalogue.title')}
          value={setting}
          onChange={(insightCatalogue) => void choose(insightCatalogue)}
          choices={[
            { value: 'auto', label: t('catalogue.auto'), hint: t('catalogue.autoHint') },
            { value: 'on', label: t('catalogue.on'), hint: t('catalogue.onHint') },
            { value: 'off', label: t('catalogue.off'), hint: t('catalogue.offHint') },
          ]}
        />
        {status !== null && <Today status={status} />}
      </div>
    </Card>
  );
}
