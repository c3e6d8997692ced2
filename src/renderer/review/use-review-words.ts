import { useTranslation } from 'react-i18next';
import type { ReviewItem } from '../../shared/review.ts';
import { en } from '../i18n/en.ts';
import { topicLabel } from '../ui/names.ts';
import { useTopicLabel } from '../ui/use-labels.ts';
import { useLanguage } from '../ui/use-formats.tsx';

const isReason = (reason: string): reason is keyof typeof en.reviewReason =>
  Object.hasOwn(en.reviewReason, reason);

/** The words for what waits, in the language of the screen. */
export function useReviewWords() {
  const { t } = useTranslation();
  const language = useLanguage();
  const topic = useTopicLabel();
  return {
    /** Short, for a mark; what the product has no words for is shown as it was written. */
    reason: (reason: string) => (isReason(reason) ? t(`reviewReason.${reason}`) : topicLabel(reason)),
    /** A sentence; null where there is none. */
    why: (reason: string) => (isReason(reason) ? t(`reviewWhy.${reason}`) : null),
    /** What an item is about, in one line. */
    title: (item: ReviewItem): string => {
      switch (item.kind) {
        case 'insight':
          return item.text;
        case 'answer':
        case 'question':
          return item.title[language];
        case 'variation':
          return item.text;
        case 'jiwa':
          return `${item.clientName} · ${t(`jiwa.${item.field}`)}`;
        case 'fact':
          return `${item.clientName} · ${topic(item.topic)}`;
      }
    },
    /** What stands under it. */
    line: (item: ReviewItem): string => {
      switch (item.kind) {
        case 'insight':
          return item.guidance;
        case 'answer':
          return item.filled;
        case 'variation':
          return item.title[language];
        case 'question':
          return t('review.askedOften', { times: item.times, clients: item.clients });
        case 'jiwa':
        case 'fact':
          return item.text;
      }
    },
  };
}
