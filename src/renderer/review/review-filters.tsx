import { Button, SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { reviewKinds } from '../../shared/review.ts';
import { useDesk } from '../desk/context.tsx';
import { Counted } from '../ui/counted.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { chooseAll, chooseNone, chooseQueue } from './review-actions.ts';
import { countOf } from './review-store.ts';
import { useReviewWords } from './use-review-words.ts';
import classes from './review.module.css';

const EVERY = '';

/** What of the queue is shown: of one kind or all, for one reason or all; and everything of that chosen at once. */
export function ReviewFilters() {
  const { t } = useTranslation();
  const desk = useDesk();
  const formats = useFormats();
  const words = useReviewWords();
  const counts = useStore(desk.review, (area) => area.counts);
  const kind = useStore(desk.review, (area) => area.kind);
  const reason = useStore(desk.review, (area) => area.reason);
  const chosen = useStore(desk.review, (area) => area.chosen.size);
  const here = countOf(counts, kind, reason);
  const kinds = reviewKinds.filter((one) => one === kind || countOf(counts, one, null) > 0);
  const reasons = [
    ...new Set(
      (counts?.groups ?? []).filter((one) => kind === null || one.kind === kind).map((one) => one.reason),
    ),
  ];
  const chooseKind = (value: string) =>
    void chooseQueue(desk, { kind: reviewKinds.find((one) => one === value) ?? null, reason: null });
  return (
    <div className={classes.filters}>
      <SegmentedControl
        aria-label={t('review.kinds')}
        value={kind ?? EVERY}
        onChange={chooseKind}
        data={[
          { value: EVERY, label: <Counted text={t('review.everyKind')} n={counts?.total ?? 0} /> },
          ...kinds.map((value) => ({
            value,
            label: <Counted text={t(`reviewKinds.${value}`)} n={countOf(counts, value, null)} />,
          })),
        ]}
      />
      {(reasons.length > 1 || reason !== null) && (
        <Select
          aria-label={t('review.reasons')}
          value={reason ?? EVERY}
          onChange={(value) => void chooseQueue(desk, { reason: value === EVERY ? null : value })}
          data={[
            { value: EVERY, label: t('review.everyReason') },
            ...reasons.map((value) => ({ value, label: words.reason(value) })),
          ]}
        />
      )}
      <span className={classes.gap} />
      {chosen > 0 ? (
        <Button variant="subtle" onClick={() => chooseNone(desk)}>
          {t('review.chooseNone', { count: chosen })}
        </Button>
      ) : (
        here > 1 && (
          <Button variant="subtle" onClick={() => void chooseAll(desk)}>
            {t('review.chooseAll', { n: formats.count(here) })}
          </Button>
        )
      )}
    </div>
  );
}
