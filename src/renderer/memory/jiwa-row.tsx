import { useState } from 'react';
import { VisuallyHidden } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { JiwaEntry, JiwaField } from '../../shared/memory.ts';
import { useDesk } from '../desk/context.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { EntryTool, LockTool } from './entry-tools.tsx';
import { EntryValue } from './entry-value.tsx';
import { JiwaHistory } from './jiwa-history.tsx';
import { clearJiwa, lockJiwa, saveJiwa } from './memory-actions.ts';
import { ValueForm } from './value-form.tsx';
import classes from './memory.module.css';

interface Props {
  clientId: string;
  field: JiwaField;
  entry: JiwaEntry | undefined;
}

function Tools({ entry, label }: { entry: JiwaEntry; label: string }) {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <div className={classes.tools}>
      <JiwaHistory clientId={entry.clientId} field={entry.field} label={label} />
      <LockTool isLocked={entry.isLocked} onToggle={() => void lockJiwa(desk, entry)} />
      <EntryTool icon={IconEraser} label={t('jiwa.clear')} onClick={() => void clearJiwa(desk, entry)} />
    </div>
  );
}

/** One jiwa field: what is held to be so, how surely, by which words; changed in place. */
export function JiwaRow({ clientId, field, entry }: Props) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [isEditing, setEditing] = useState(false);
  const { button, onClosing } = useReturnFocus();
  const close = () => {
    onClosing();
    setEditing(false);
  };
  const label = t(`jiwa.${field}`);
  if (isEditing) {
    return (
      <div className={classes.field}>
        <dt>{label}</dt>
        <dd className={classes.form}>
          <ValueForm
            label={t('jiwa.edit', { field: label })}
            value={entry?.value ?? ''}
            onSave={(value) => saveJiwa(desk, clientId, field, value)}
            onClose={close}
          />
        </dd>
      </div>
    );
  }
  return (
    <div className={classes.field}>
      <dt>{label}</dt>
      <dd>
        {entry === undefined ? (
          <button
            ref={button}
            type="button"
            className={`${classes.value} ${classes.unknown}`}
            onClick={() => setEditing(true)}
          >
            {t('jiwa.unknown')}
            <VisuallyHidden>{t('jiwa.add', { field: label })}</VisuallyHidden>
          </button>
        ) : (
          <>
            <EntryValue entry={entry} label={label} onEdit={() => setEditing(true)} onShown={button} />
            <Tools entry={entry} label={label} />
          </>
        )}
      </dd>
    </div>
  );
}
