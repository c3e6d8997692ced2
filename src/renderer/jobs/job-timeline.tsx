import { useTranslation } from 'react-i18next';
import type { JobDetails, RequestState, TimelineEntry } from '../../shared/job.ts';
import { useFormats, useNow } from '../ui/use-formats.tsx';
import { useJobWords } from './use-job-words.ts';
import classes from './jobs.module.css';

/** More would be noise, and slow. */
const MOST = 200;

const requestKeys = {
  submitting: 'jobEvent.submitting',
  submitted: 'jobEvent.submitted',
  replied: 'jobEvent.replied',
  discarded: 'jobEvent.discarded',
  failed: 'jobEvent.requestFailed',
  gone: 'jobEvent.gone',
  lost: 'jobEvent.lost',
  abandoned: 'jobEvent.abandoned',
  cancelled: 'jobEvent.takenBack',
} as const satisfies Record<RequestState, string>;

type Tone = 'plain' | 'good' | 'bad' | 'waits';
interface Words {
  readonly title: string;
  readonly detail: string | null;
  readonly tone: Tone;
}

function useEntryWords(when: (at: number) => string): (entry: TimelineEntry) => Words {
  const { t } = useTranslation();
  const { sentence, state } = useJobWords();
  return (entry) => {
    switch (entry.what) {
      case 'added':
        return { title: t('jobEvent.added'), detail: null, tone: 'plain' };
      case 'begun':
        return { title: t('jobEvent.begun'), detail: null, tone: 'plain' };
      case 'failed':
        return {
          title: t('jobEvent.attempt', { attempt: entry.attempt }),
          detail: sentence(entry.error),
          tone: 'bad',
        };
      case 'asked':
        return {
          title: t(entry.isAgain ? 'jobEvent.askedAgain' : 'jobEvent.asked', { step: entry.step }),
          detail: entry.remoteId === null ? null : t('jobEvent.remoteId', { id: entry.remoteId }),
          tone: 'plain',
        };
      case 'request_ended':
        return {
          title: t(requestKeys[entry.state], { step: entry.step }),
          detail: entry.fault === null ? null : sentence(entry.fault),
          tone: entry.state === 'replied' ? 'good' : entry.fault === null ? 'plain' : 'bad',
        };
      case 'waited':
        return {
          title:
            entry.times === 1
              ? t('jobEvent.waited')
              : t('jobEvent.waitedTimes', { count: entry.times, when: when(entry.until) }),
          detail: sentence(entry.because),
          tone: 'waits',
        };
      case 'ended':
        return { title: state(entry.state), detail: null, tone: entry.state === 'done' ? 'good' : 'bad' };
    }
  };
}

function Entry({ at, title, detail, tone }: Words & { at: string }) {
  return (
    <li data-tone={tone}>
      <span className={classes.entryTitle}>{title}</span>
      <time>{at}</time>
      {detail !== null && <p>{detail}</p>}
    </li>
  );
}

/** Everything that happened to a job, oldest first; last what it waits for now. */
export function JobTimeline({ details: { job, timeline } }: { details: JobDetails }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const entryWords = useEntryWords((at) => formats.when(at, now));
  const { sentence } = useJobWords();
  const shown = timeline.slice(-MOST);
  const left = timeline.length - shown.length;
  return (
    <>
      {left > 0 && <p className={classes.aside}>{t('jobs.earlier', { count: left })}</p>}
      <ol className={classes.timeline}>
        {shown.map((entry, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- entries have no other name, and only ever grow
          <Entry key={index} at={formats.when(entry.at, now)} {...entryWords(entry)} />
        ))}
        {job.state === 'waiting' && job.waitsFor !== null && (
          <Entry
            at={job.runAt > now ? t('jobEvent.until', { when: formats.when(job.runAt, now) }) : ''}
            title={t('jobEvent.waits')}
            detail={sentence(job.waitsFor)}
            tone="waits"
          />
        )}
      </ol>
    </>
  );
}
