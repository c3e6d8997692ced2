import { Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ask } from '../desk/ask.ts';
import { changeSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { chooseDesk } from '../desk/session-actions.ts';
import { Card } from './card.tsx';
import { chooseDataFolder } from './settings-actions.ts';
import classes from './settings.module.css';

function LogCard() {
  const { t } = useTranslation();
  const desk = useDesk();
  const logLevel = useAppState((state) => state.settings.logLevel);
  return (
    <Card title={t('settings.logLevel')} hint={t('settings.logHint')}>
      <SegmentedControl
        aria-label={t('settings.logLevel')}
        value={logLevel}
        onChange={(value) => void changeSettings(desk, { logLevel: value })}
        data={[
          { value: 'error' as const, label: t('settings.logError') },
          { value: 'warn' as const, label: t('settings.logWarn') },
          { value: 'info' as const, label: t('settings.logInfo') },
          { value: 'debug' as const, label: t('settings.logDebug') },
        ]}
      />
    </Card>
  );
}

export function DataSettings() {
  const { t } = useTranslation();
  const desk = useDesk();
  const dataDir = useAppState((state) => state.dataDir);
  const isDemo = useAppState((state) => state.desk === 'demo');
  return (
    <>
      <Card title={t('settings.folder')} hint={t('settings.folderHint')}>
        <div className={classes.row}>
          <code className={classes.path}>{dataDir}</code>
          <Button onClick={() => void ask(desk, 'app:open-data-dir', undefined)}>
            {t('settings.folderOpen')}
          </Button>
          {!isDemo && (
            <Button onClick={() => void chooseDataFolder(desk)}>{t('settings.folderChange')}</Button>
          )}
        </div>
      </Card>
      <LogCard />
      {!isDemo && (
        <Card title={t('settings.demo')} hint={t('settings.demoHint')}>
          <Button onClick={() => void chooseDesk(desk, 'demo')}>{t('settings.demoOpen')}</Button>
        </Card>
      )}
    </>
  );
}
