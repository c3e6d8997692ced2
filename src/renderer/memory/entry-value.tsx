import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ClientFact, JiwaEntry } from '../../shared/memory.ts';
import { ConfidenceDots } from '../ui/chip.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import classes from './memory.module.css';

interface Props {
  entry: JiwaEntry | ClientFact;
  label: string;
  onEdit: () => void;
}

/** A remembered value, pressed to change it, with its confidence, its lock and the client's own words. */
export function EntryValue({ entry, label, onEdit }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const isOwn = entry.author === 'consultant';
  return (
    <>
      <button
        type="button"
        className={classes.value}
        title={t('jiwa.edit', { field: label })}
        onClick={onEdit}
      >
        {entry.value}
      </button>
      <span className={classes.after}>
        {!isOwn && (
          <ConfidenceDots
            confidence={entry.confidence}
            label={t('jiwa.confidence', { percent: formats.percent(entry.confidence) })}
          />
        )}
        {entry.isLocked && (
          <IconLock
            size={14}
            stroke={1.75}
            className={classes.lock ?? ''}
            role="img"
            aria-label={t('jiwa.lock')}
          />
        )}
      </span>
      {entry.evidence !== null && <p className={classes.quote}>«{entry.evidence.quote}»</p>}
    </>
  );
}
