import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KeyState } from '../../shared/app.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { Card } from './card.tsx';
import { KeyForm } from './key-form.tsx';
import { clearKey } from './settings-actions.ts';
import { TestClaude } from './test-claude.tsx';
import classes from './settings.module.css';

const places = {
  environment: 'settings.keyEnvironment',
  keyring: 'settings.keyKeyring',
  run: 'settings.keyRun',
} as const;

function placeOf(key: KeyState) {
  if (!key.isSet || key.keptIn === null) return key.hasKeyring ? 'settings.keyNone' : 'settings.keyNoRing';
  return places[key.keptIn];
}

/** The key: whether there is one and where it is kept, never what it is. */
export function KeyCard() {
  const { t } = useTranslation();
  const desk = useDesk();
  const key = useAppState((state) => state.key);
  const isDemo = useAppState((state) => state.desk === 'demo');
  if (isDemo) {
    return (
      <Card title={t('settings.key')} hint={t('settings.keyDemo')}>
        <TestClaude />
      </Card>
    );
  }
  return (
    <Card title={t('settings.key')} hint={t('settings.keyHint')}>
      <KeyForm
        of="claude"
        name={t('welcome.key')}
        placeholder="sk-ant-…"
        label={t(key.isSet ? 'settings.keyReplace' : 'settings.keySet')}
      />
      <p className={classes.place}>{t(placeOf(key))}</p>
      <div className={classes.row}>
        <TestClaude />
        {key.isSet && key.keptIn !== 'environment' && (
          <Button color="clay" onClick={() => void clearKey(desk, 'claude')}>
            {t('settings.keyClear')}
          </Button>
        )}
      </div>
    </Card>
  );
}
