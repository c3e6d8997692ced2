import { useTranslation } from 'react-i18next';
import type { Settings } from '../../shared/settings.ts';
import { changeSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { Card } from './card.tsx';
import { KeptInput } from './kept-input.tsx';
import { KeyCard } from './key-card.tsx';
import { PricesCard } from './prices-card.tsx';
import classes from './settings.module.css';

export function ClaudeSettings() {
  const { t } = useTranslation();
  const desk = useDesk();
  const claude = useAppState((state) => state.settings.claude);
  const keep = (patch: Partial<Settings['claude']>) => changeSettings(desk, { claude: patch });
  return (
    <>
      <KeyCard />
      <Card title={t('settings.model')}>
        <div className={classes.stack}>
          <KeptInput
            label={t('settings.fastModel')}
            hint={t('settings.fastModelHint')}
            value={claude.fastModel}
            onKeep={(fastModel) => keep({ fastModel })}
          />
          <KeptInput
            label={t('settings.strongModel')}
            hint={t('settings.strongModelHint')}
            value={claude.strongModel}
            onKeep={(strongModel) => keep({ strongModel })}
          />
          <KeptInput
            label={t('settings.baseUrl')}
            hint={t('settings.baseUrlHint')}
            placeholder="https://api.anthropic.com"
            value={claude.baseUrl}
            onKeep={(baseUrl) => keep({ baseUrl })}
          />
        </div>
      </Card>
      <PricesCard />
    </>
  );
}
