import { useTranslation } from 'react-i18next';
import type { JobState } from '../../shared/job.ts';
import { waitOf } from '../../shared/job-waits.ts';
import { en } from '../i18n/en.ts';
import { topicLabel } from '../ui/names.ts';

const isKind = (kind: string): kind is keyof typeof en.jobKind => Object.hasOwn(en.jobKind, kind);

const stateKeys = {
  waiting: 'jobs.waiting',
  running: 'jobs.runningState',
  done: 'jobs.done',
  failed: 'jobs.failed',
  cancelled: 'jobs.cancelled',
} as const satisfies Record<JobState, string>;

/** The words for what rows of jobs hold, in the language of the screen. */
export function useJobWords() {
  const { t } = useTranslation();
  return {
    kind: (kind: string) => (isKind(kind) ? t(`jobKind.${kind}`) : topicLabel(kind)),
    state: (state: JobState) => t(stateKeys[state]),
    /** Why it waits or failed; what an endpoint's fault says has no other words. */
    sentence: (sentence: string) => {
      const wait = waitOf(sentence);
      return wait === null ? sentence : t(`jobWait.${wait}`);
    },
  };
}
