import { useTranslation } from 'react-i18next';
import { jiwaFields } from '../../shared/memory.ts';
import { reportGroups, type Night } from '../../shared/night.ts';
import { en } from '../i18n/en.ts';
import { useJobWords } from '../jobs/use-job-words.ts';
import { useReviewWords } from '../review/use-review-words.ts';
import { useFormats } from '../ui/use-formats.tsx';

const isThing = (what: string): what is keyof typeof en.nightThing => Object.hasOwn(en.nightThing, what);

/** The words for nights, in the language of the screen. */
export function useNightWords() {
  const { t } = useTranslation();
  const formats = useFormats();
  const jobs = useJobWords();
  const review = useReviewWords();
  return {
    /** "Night between 13 and 14 November". */
    name: ({ localDate }: Pick<Night, 'localDate'>): string => {
      const [year = 0, month = 1, day = 1] = localDate.split('-').map(Number);
      const date = new Date(year, month - 1, day);
      const eve = new Date(year, month - 1, day - 1);
      const isSameMonth = eve.getMonth() === date.getMonth();
      const from = isSameMonth ? String(eve.getDate()) : formats.dayMonth(eve.getTime());
      return t('nights.name', { from, to: formats.dayMonth(date.getTime()) });
    },
    /** What it did, in one line. */
    counts: ({ counts }: Pick<Night, 'counts'>): string =>
      reportGroups
        .flatMap((group) => {
          const count = counts[group] ?? 0;
          return count > 0 ? [t(`nightCount.${group}`, { count, n: formats.count(count) })] : [];
        })
        .join(' · '),
    /** What is said beside an item: a jiwa field, or a reason to see it first, in words; else as it was told. */
    detail: (detail: string): string => {
      const field = jiwaFields.find((one) => one === detail);
      return field !== undefined
        ? t(`jiwa.${field}`)
        : /^[a-z_]+$/.test(detail)
          ? review.reason(detail)
          : detail;
    },
    /** What somebody changed after a night. */
    thing: (what: string): string => t(`nightThing.${isThing(what) ? what : 'other'}`),
    /** What was to be done, where it failed. */
    failed: (what: string): string => jobs.kind(what),
    why: (sentence: string): string => jobs.sentence(sentence),
  };
}
