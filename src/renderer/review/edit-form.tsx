import { useState } from 'react';
import { Button, Textarea } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { ReviewItem } from '../../shared/review.ts';
import { useDesk } from '../desk/context.tsx';
import { takeFocus } from '../ui/take-focus.ts';
import { approve, stopDoing } from './review-actions.ts';
import classes from './review.module.css';

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The current item in the person's own words, approved when it is kept. */
export function EditForm({ item }: { item: ReviewItem }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [text, setText] = useState(item.text);
  const [guidance, setGuidance] = useState(item.kind === 'insight' ? item.guidance : '');
  const [triggers, setTriggers] = useState(item.kind === 'insight' ? item.triggers.join('\n') : '');
  const isEmpty = text.trim() === '';
  const keep = () => {
    if (isEmpty) return;
    void approve(desk, item.kind === 'insight' ? { text, guidance, triggers: linesOf(triggers) } : { text });
  };
  const keys = getHotkeyHandler([
    ['mod+Enter', keep],
    ['Escape', () => stopDoing(desk)],
  ]);
  const area = { autosize: true, minRows: 2, maxRows: 12, onKeyDown: keys } as const;
  return (
    <>
      <div className={classes.form}>
        <h2>{t('review.editing')}</h2>
        <Textarea
          {...area}
          ref={takeFocus}
          label={t(`reviewText.${item.kind}`)}
          {...(item.kind === 'answer' && { description: t('review.slots', { slot: '{{fact:…}}' }) })}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {item.kind === 'insight' && (
          <>
            <Textarea
              {...area}
              label={t('review.guidance')}
              value={guidance}
              onChange={(event) => setGuidance(event.currentTarget.value)}
            />
            <Textarea
              {...area}
              label={t('review.triggers')}
              description={t('review.perLine')}
              value={triggers}
              onChange={(event) => setTriggers(event.currentTarget.value)}
            />
          </>
        )}
      </div>
      <div className={classes.actions}>
        <Button variant="filled" disabled={isEmpty} onClick={keep}>
          {t('review.approveEdit')}
        </Button>
        <Button onClick={() => stopDoing(desk)}>{t('app.cancel')}</Button>
        <span className={classes.keyHint}>{t('review.editKeys')}</span>
      </div>
    </>
  );
}
