import { Button } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { EndpointReport } from '../../shared/endpoint.ts';
import { useDesk } from '../desk/context.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { testEndpoint } from './settings-actions.ts';
import classes from './settings.module.css';

function useWords(): (report: EndpointReport) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return (report) => {
    if (!report.ok) return t(`endpointFault.${report.fault}`);
    const { model, latencyMs, queue, isAsleep } = report;
    const said = isAsleep
      ? t('endpoint.asleep')
      : t('endpoint.answered', {
          model: model ?? t('endpoint.unnamed'),
          time: formats.span(latencyMs),
        });
    if (queue === null) return said;
    const { waiting, running } = queue;
    return `${said} ${t('endpoint.queue', { waiting: formats.count(waiting), running: formats.count(running) })}`;
  };
}

/** What the last test of the endpoint said, and for whoever looks after it how exactly. */
function Report({ report }: { report: EndpointReport }) {
  const { t } = useTranslation();
  const words = useWords();
  const Icon = report.ok ? IconCircleCheck : IconAlertCircle;
  return (
    <div>
      <output className={classes.result} data-ok={report.ok}>
        <Icon size={16} stroke={1.75} aria-hidden />
        {words(report)}
      </output>
      {!report.ok && (
        <details className={classes.more}>
          <summary>{t('endpoint.detail')}</summary>
          <p className={classes.aside}>{report.message}</p>
        </details>
      )}
    </div>
  );
}

/** Asks the endpoint what answers there. */
export function TestEndpoint() {
  const { t } = useTranslation();
  const desk = useDesk();
  const report = useStore(desk.settings, (area) => area.endpoint);
  const isTesting = useStore(desk.settings, (area) => area.isTestingEndpoint);
  return (
    <div>
      <div className={classes.row}>
        <Button loading={isTesting} onClick={() => void testEndpoint(desk)}>
          {t('settings.test')}
        </Button>
        {report?.ok && report.isAsleep && (
          <Button onClick={() => void testEndpoint(desk, true)}>{t('endpoint.wake')}</Button>
        )}
      </div>
      {report !== null && <Report report={report} />}
    </div>
  );
}
