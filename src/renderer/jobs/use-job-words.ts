import { useTranslation } from 'react-i18next';
import type { JobState } from '../../shared/job.ts';
import { faultIn, waitOf } from '../../shared/job-waits.ts';
import { en } from '../i18n/en.ts';
import { topicLabel } from '../ui/names.ts';
import type { Result } from './result.ts';

const isKind = (kind: string): kind is keyof typeof en.jobKind => Object.hasOwn(en.jobKind, kind);

const stateKeys = {
  waiting: 'jobs.waiting',
  running: 'jobs.runningState',
  done: 'jobs.done',
  failed: 'jobs.failed',
  cancelled: 'jobs.cancelled',
} as const satisfies Record<JobState, string>;

const isRefusal = (reason: string): reason is keyof typeof en.refusal => Object.hasOwn(en.refusal, reason);

/** The words for what rows of jobs hold, in the language of the screen. */
export function useJobWords() {
  const { t } = useTranslation();
  const sentence = (text: string) => {
    const wait = waitOf(text);
    if (wait !== null) return t(`jobWait.${wait}`);
    const fault = faultIn(text);
    if (fault === null) return text;
    const words = fault.code === 'not_set' ? t('jobWait.notSet') : t(`endpointFault.${fault.code}`);
    return fault.status === null ? words : `${words} (${fault.status})`;
  };
  const refusal = (reason: string) => (isRefusal(reason) ? t(`refusal.${reason}`) : topicLabel(reason));
  return {
    kind: (kind: string) => (isKind(kind) ? t(`jobKind.${kind}`) : topicLabel(kind)),
    state: (state: JobState) => t(stateKeys[state]),
    /** Why it waits or failed; what a program says of a mistake of its own has no other words. */
    sentence,
    /** What came of it, and why not more. */
    result: ({ taken, rejected, reasons, because }: Result): string => {
      if (because !== null) return sentence(because);
      const why = reasons.map(([reason, n]) => (n === 1 ? refusal(reason) : `${n} × ${refusal(reason)}`));
      return [
        t('jobs.taken', { count: taken }),
        ...(rejected === 0
          ? []
          : [`${t('jobs.refused', { count: rejected })}${why.length > 0 ? `: ${why.join(', ')}` : ''}`]),
      ].join(' · ');
    },
  };
}
