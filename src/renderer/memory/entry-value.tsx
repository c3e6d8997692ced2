import type { RefCallback } from 'react';
import { VisuallyHidden } from '@mantine/core';
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
  onShown: RefCallback<HTMLElement>;
}

/** A plain fact this sure needs no dots. */
const SURE = 0.75;

/** A remembered value, pressed to change it, with its confidence, its lock and the client's own words. */
export function EntryValue({ entry, label, onEdit, onShown }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const isSure = entry.author === 'consultant' || ('topic' in entry && entry.confidence >= SURE);
  return (
    <>
      <button
        ref={onShown}
        type="button"
        className={classes.value}
        title={t('jiwa.edit', { field: label })}
        onClick={onEdit}
      >
        {entry.value}{' '}
        <span className={classes.after}>
          {!isSure && (
            <ConfidenceDots
              confidence={entry.confidence}
              label={t('jiwa.confidence', { percent: formats.percent(entry.confidence) })}
            />
          )}
          {entry.isLocked && <VisuallyHidden>{t('jiwa.locked')}</VisuallyHidden>}
          {entry.isLocked && <IconLock size={14} stroke={1.75} className={classes.lock ?? ''} aria-hidden />}
        </span>
      </button>
      {entry.evidence !== null && (
        <p className={classes.quote}>
          <q>{entry.evidence.quote}</q>
        </p>
      )}
    </>
  );
}
