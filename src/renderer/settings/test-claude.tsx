import { Button } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useAppState, useDesk } from '../desk/context.tsx';
import { modelLabel } from '../ui/names.ts';
import { useFormats } from '../ui/use-formats.tsx';
import { testClaude } from './settings-actions.ts';
import classes from './settings.module.css';

/** What the last test of Claude said. */
export function TestResult() {
  const { t } = useTranslation();
  const formats = useFormats();
  const test = useStore(useDesk().settings, (area) => area.test);
  if (test === null) return null;
  const Icon = test.ok ? IconCircleCheck : IconAlertCircle;
  return (
    <output className={classes.result} data-ok={test.ok}>
      <Icon size={16} stroke={1.75} aria-hidden />
      {test.ok
        ? t('settings.testOk', { model: modelLabel(test.model), time: formats.span(test.latencyMs) })
        : t(`fault.${test.fault}`)}
    </output>
  );
}

export function TestClaude() {
  const { t } = useTranslation();
  const desk = useDesk();
  const isTesting = useStore(desk.settings, (area) => area.isTesting);
  const isSet = useAppState((state) => state.key.isSet);
  return (
    <>
      <Button loading={isTesting} disabled={!isSet} onClick={() => void testClaude(desk)}>
        {t('settings.test')}
      </Button>
      <div style={{ flexBasis: '100%', order: 2 }}>
        <TestResult />
      </div>
    </>
  );
}
