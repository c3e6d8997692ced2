import { useState } from 'react';
import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { getHotkeyHandler, useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { rejectionReasons } from '../../shared/review.ts';
import { useDesk } from '../desk/context.tsx';
import { takeFocus } from '../ui/take-focus.ts';
import { reject, stopDoing } from './review-actions.ts';
import classes from './review.module.css';

/** Why something is rejected: one of a few reasons by its number, or in the person's own words. */
export function RejectForm({ count }: { count: number }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [note, setNote] = useState('');
  const inWords = () => (note.trim() === '' ? null : note.trim());
  useHotkeys(
    rejectionReasons.map((reason, index) => [String(index + 1), () => void reject(desk, reason, inWords())]),
  );
  const keys = getHotkeyHandler([
    ['Enter', () => void reject(desk, 'other', inWords())],
    ['Escape', () => stopDoing(desk)],
  ]);
  return (
    <>
      <div className={classes.form}>
        <h2 tabIndex={-1} ref={takeFocus}>
          {count === 1 ? t('review.rejectOne') : t('review.rejectMany', { count })}
        </h2>
        <p className={classes.aside}>{t('review.rejectingText')}</p>
        <ol className={classes.reasons}>
          {rejectionReasons.map((reason, index) => (
            <li key={reason}>
              <UnstyledButton className={classes.reason} onClick={() => void reject(desk, reason, inWords())}>
                <kbd>{index + 1}</kbd>
                {t(`rejection.${reason}`)}
              </UnstyledButton>
            </li>
          ))}
        </ol>
        <TextInput
          label={t('review.note')}
          description={t('review.noteHint')}
          maxLength={1_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          onKeyDown={keys}
        />
      </div>
      <div className={classes.actions}>
        <Button variant="filled" color="clay" onClick={() => void reject(desk, 'other', inWords())}>
          {t('review.reject')}
        </Button>
        <Button onClick={() => stopDoing(desk)}>{t('app.cancel')}</Button>
      </div>
    </>
  );
}
