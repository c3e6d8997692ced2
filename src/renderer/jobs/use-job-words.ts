import { useTranslation } from 'react-i18next';
import type { JobState } from '../../shared/job.ts';
import { faultIn, waitOf } from '../../shared/job-waits.ts';
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
    /** Why it waits or failed; what a program says of a mistake of its own has no other words. */
    sentence: (sentence: string) => {
      const wait = waitOf(sentence);
      if (wait !== null) return t(`jobWait.${wait}`);
      const fault = faultIn(sentence);
      if (fault === null) return sentence;
      const words = fault.code === 'not_set' ? t('jobWait.notSet') : t(`endpointFault.${fault.code}`);
      return fault.status === null ? words : `${words} (${fault.status})`;
    },
  };
}
