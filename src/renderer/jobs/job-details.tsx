import { useRef } from 'react';
import { Button } from '@mantine/core';
import { IconPlayerPlay, IconRefresh, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Job, JobDetails as Details, JobState } from '../../shared/job.ts';
import { useDesk } from '../desk/context.tsx';
import { Chip } from '../ui/chip.tsx';
import { Fact, Facts } from '../ui/facts.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { JobTimeline } from './job-timeline.tsx';
import { actOnJob } from './jobs-actions.ts';
import { resultOf } from './result.ts';
import { useJobWords } from './use-job-words.ts';
import { useMoney } from './use-money.ts';
import classes from './jobs.module.css';

const tones = {
  waiting: 'plain',
  running: 'teal',
  done: 'leaf',
  failed: 'clay',
  cancelled: 'saffron',
} as const satisfies Record<JobState, string>;

const actions = [
  { verb: 'job:run-now', label: 'jobs.runNow', icon: IconPlayerPlay, from: ['waiting'] },
  { verb: 'job:retry', label: 'jobs.retry', icon: IconRefresh, from: ['failed', 'cancelled'] },
  { verb: 'job:cancel', label: 'jobs.cancel', icon: IconX, from: ['waiting', 'running'] },
] as const;

function Actions({ job, onDone }: { job: Job; onDone: () => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const act = async (verb: (typeof actions)[number]['verb']) => {
    // The button goes with the state that it was for.
    if (await actOnJob(desk, verb, job.id)) onDone();
  };
  const usable = actions.filter(({ from }) => (from as readonly JobState[]).includes(job.state));
  if (usable.length === 0) return null;
  return (
    <fieldset className={classes.actions} aria-label={t('jobs.actions')}>
      {usable.map(({ verb, label, icon: Icon }) => (
        <Button
          key={verb}
          leftSection={<Icon size={15} stroke={1.75} aria-hidden />}
          onClick={() => void act(verb)}
        >
          {t(label)}
        </Button>
      ))}
    </fieldset>
  );
}

function JobFacts({ details: { job, after, requests } }: { details: Details }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = useJobWords();
  const money = useMoney();
  const { costUsd, gpuMs, inputTokens, outputTokens } = job.spending;
  const result = resultOf(job);
  const models = [...new Set(requests.flatMap(({ model }) => (model === null ? [] : [model])))];
  return (
    <Facts>
      <Fact name={t('jobs.attempts')}>
        {t('jobs.attemptsOf', { attempt: job.attempt, max: job.maxAttempts })}
      </Fact>
      {after.length > 0 && (
        <Fact name={t('jobs.after')}>
          {after.map(({ kind, state }) => `${words.kind(kind)} (${words.state(state)})`).join(', ')}
        </Fact>
      )}
      {result !== null && <Fact name={t('jobs.result')}>{words.result(result)}</Fact>}
      {job.spending.requests > 0 && (
        <>
          <Fact name={t('jobs.requests')}>{formats.count(job.spending.requests)}</Fact>
          <Fact name={t('jobs.cost')}>{money(costUsd)}</Fact>
          {gpuMs > 0 && (
            <Fact name={t('jobs.gpu')}>
              {t('jobs.gpuSeconds', { seconds: formats.tenths(gpuMs / 1_000) })}
            </Fact>
          )}
          {inputTokens + outputTokens > 0 && (
            <Fact name={t('jobs.tokens')}>
              {t('jobs.tokensOf', {
                input: formats.count(inputTokens),
                output: formats.count(outputTokens),
              })}
            </Fact>
          )}
        </>
      )}
      {models.length > 0 && <Fact name={t('jobs.model')}>{models.join(', ')}</Fact>}
      <Fact name={t('jobs.what')}>
        <code>{JSON.stringify(job.payload)}</code>
      </Fact>
    </Facts>
  );
}

/** One job: what it took, what happened to it, and what can be done. */
export function JobDetails() {
  const { t } = useTranslation();
  const desk = useDesk();
  const words = useJobWords();
  const details = useStore(desk.jobs, (area) => area.details);
  const title = useRef<HTMLHeadingElement>(null);
  if (details === null) return null;
  const { job } = details;
  return (
    <article className={classes.details}>
      <header>
        <Chip tone={tones[job.state]}>{words.state(job.state)}</Chip>
        <h2 ref={title} tabIndex={-1}>
          {words.kind(job.kind)}
        </h2>
        <Actions job={job} onDone={() => title.current?.focus()} />
      </header>
      <section>
        <JobFacts details={details} />
      </section>
      <section>
        <h3>{t('jobs.timeline')}</h3>
        <JobTimeline details={details} />
      </section>
    </article>
  );
}
