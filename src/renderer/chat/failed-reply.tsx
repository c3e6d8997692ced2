import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FaultCode } from '../../shared/fault.ts';
import type { Reply } from '../../shared/message.ts';
import { showScreen } from '../desk/app-actions.ts';
import { useDesk } from '../desk/context.tsx';
import { regenerateReply } from './reply-actions.ts';
import classes from './bubble.module.css';

/** Faults a person mends in the settings. */
const ofSettings: ReadonlySet<FaultCode> = new Set(['no_key', 'invalid_key', 'bad_request']);

/** A reply that was not written: what happened, what was kept, what to do. */
export function FailedReply({ reply }: { reply: Reply }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const fault = reply.fault ?? 'internal';
  return (
    <div className={classes.bubble} data-state="failed">
      <div>{t(`fault.${fault}`)}</div>
      <div className={classes.actions}>
        {ofSettings.has(fault) && (
          <Button onClick={() => showScreen(desk, 'settings')}>{t('reply.openSettings')}</Button>
        )}
        {reply.repliesTo !== null && (
          <Button
            variant="filled"
            leftSection={<IconRefresh size={15} stroke={1.75} aria-hidden />}
            onClick={() => void regenerateReply(desk, reply.id, null)}
          >
            {t('reply.retry')}
          </Button>
        )}
      </div>
    </div>
  );
}
