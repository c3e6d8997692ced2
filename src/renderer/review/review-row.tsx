import { memo, type KeyboardEvent } from 'react';
import { Checkbox, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReviewItem, ReviewRef } from '../../shared/review.ts';
import { Chip, LanguageBadge } from '../ui/chip.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { useReviewWords } from './use-review-words.ts';
import classes from './review.module.css';

interface Props {
  item: ReviewItem;
  now: number;
  isCurrent: boolean;
  isChosen: boolean;
  onOpen: (itemId: string) => void;
  onChoose: (ref: ReviewRef) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Warnings are clay; everything else that waits is saffron. */
export const reasonTone = (reason: string) =>
  reason === 'injection' || reason === 'instruction' ? 'clay' : 'saffron';

/** One thing that waits. */
export const ReviewRow = memo(function ReviewRow({
  item,
  now,
  isCurrent,
  isChosen,
  onOpen,
  onChoose,
  onKeyDown,
}: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = useReviewWords();
  const title = words.title(item);
  return (
    <li className={classes.item} data-chosen={isChosen || undefined}>
      <Checkbox
        className={classes.box ?? ''}
        size="xs"
        color="var(--teal)"
        tabIndex={-1}
        aria-label={t('review.choose', { title })}
        checked={isChosen}
        // A press leaves the focus in the list, where the keys work.
        onMouseDown={(event) => event.preventDefault()}
        onChange={() => onChoose(item)}
      />
      <UnstyledButton
        className={classes.row}
        aria-current={isCurrent || undefined}
        tabIndex={isCurrent ? 0 : -1}
        data-item={item.id}
        onClick={() => onOpen(item.id)}
        onKeyDown={onKeyDown}
      >
        <span className={classes.title}>
          {title}
          {'language' in item && (
            <>
              {' '}
              <LanguageBadge language={item.language} label={t(`signalLanguage.${item.language}`)} />
            </>
          )}
        </span>
        <span className={classes.marks}>
          <Chip tone={reasonTone(item.reason)}>{words.reason(item.reason)}</Chip>
          <span className={classes.time}>{formats.moment(item.createdAt, now)}</span>
        </span>
        <span className={classes.line}>{words.line(item)}</span>
      </UnstyledButton>
    </li>
  );
});
