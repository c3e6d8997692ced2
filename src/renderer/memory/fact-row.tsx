import { useState } from 'react';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ClientFact } from '../../shared/memory.ts';
import { useDesk } from '../desk/context.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { useTopicLabel } from '../ui/use-labels.ts';
import { EntryTool, LockTool } from './entry-tools.tsx';
import { EntryValue } from './entry-value.tsx';
import { lockFact, removeFact, saveFact } from './memory-actions.ts';
import { ValueForm } from './value-form.tsx';
import classes from './memory.module.css';

/** One remembered fact, changed in place. */
export function FactRow({ fact }: { fact: ClientFact }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [isEditing, setEditing] = useState(false);
  const { button, onClosing } = useReturnFocus();
  const close = () => {
    onClosing();
    setEditing(false);
  };
  const label = useTopicLabel()(fact.topic);
  return (
    <div className={classes.field}>
      <dt>{label}</dt>
      <dd className={isEditing ? classes.form : undefined}>
        {isEditing ? (
          <ValueForm
            label={t('facts.edit', { topic: label })}
            value={fact.value}
            onSave={(value) => saveFact(desk, fact.clientId, fact.topic, value)}
            onClose={close}
          />
        ) : (
          <>
            <EntryValue entry={fact} label={label} onEdit={() => setEditing(true)} onShown={button} />
            <div className={classes.tools}>
              <LockTool isLocked={fact.isLocked} onToggle={() => void lockFact(desk, fact)} />
              <EntryTool icon={IconX} label={t('facts.remove')} onClick={() => void removeFact(desk, fact)} />
            </div>
          </>
        )}
      </dd>
    </div>
  );
}
