import { Button, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { NightReport, Quality } from '../../shared/night.ts';
import { reviewKinds } from '../../shared/review.ts';
import { showScreen } from '../desk/app-actions.ts';
import { useDesk } from '../desk/context.tsx';
import { showJobs } from '../jobs/jobs-actions.ts';
import { countOf } from '../review/review-store.ts';
import { chooseQueue } from '../review/review-actions.ts';
import { Fact, Facts } from '../ui/facts.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { useNightWords } from './use-night-words.ts';
import classes from './nights.module.css';

/** What waits now, whoever wrote it, and the way there. */
function Waiting() {
  const { t } = useTranslation();
  const desk = useDesk();
  const formats = useFormats();
  const counts = useStore(desk.review, (area) => area.counts);
  if ((counts?.total ?? 0) === 0) return null;
  const open = () => {
    showScreen(desk, 'review');
    void chooseQueue(desk, { kind: null, reason: null });
  };
  return (
    <section className={classes.card}>
      <h2>{t('review.title')}</h2>
      <Facts>
        {reviewKinds.map((kind) => {
          const n = countOf(counts, kind, null);
          return (
            n > 0 && (
              <Fact key={kind} name={t(`reviewKinds.${kind}`)}>
                {formats.count(n)}
              </Fact>
            )
          );
        })}
      </Facts>
      <Button variant="filled" onClick={open}>
        {t('nights.review')}
      </Button>
    </section>
  );
}

/** How the desk did on the day that was learnt from, beside the days before it. */
function QualityCard({ before, after }: NightReport['quality']) {
  const { t } = useTranslation();
  const formats = useFormats();
  const share = (value: number | null) => (value === null ? '–' : formats.percent(value));
  const thumbs = ({ thumbsUp, thumbsDown }: Quality) =>
    t('nights.thumbsOf', { up: formats.count(thumbsUp), down: formats.count(thumbsDown) });
  const rows = [
    { name: t('nights.hits'), of: (quality: Quality) => share(quality.hitRate) },
    { name: t('nights.thumbs'), of: thumbs },
    { name: t('nights.edits'), of: (quality: Quality) => share(quality.editDistance) },
  ];
  return (
    <section className={classes.card}>
      <h2>{t('nights.quality')}</h2>
      <table className={classes.quality}>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{t('nights.quality')}</VisuallyHidden>
            </th>
            <th scope="col">{t('nights.before')}</th>
            <th scope="col">{t('nights.after')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, of }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{of(before)}</td>
              <td>{of(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Failures({ failures }: Pick<NightReport, 'failures'>) {
  const { t } = useTranslation();
  const desk = useDesk();
  const words = useNightWords();
  if (failures.length === 0) return null;
  return (
    <section className={classes.card}>
      <h2>{t('nights.failed')}</h2>
      <ul className={classes.plain}>
        {failures.map(({ what, why, count }) => (
          <li key={`${what} ${why}`} className={classes.failure}>
            <b>{t('nights.failure', { what: words.failed(what), n: count })}</b> {words.why(why)}
          </li>
        ))}
      </ul>
      <Button variant="subtle" onClick={() => void showJobs(desk, { state: 'failed', kind: null })}>
        {t('nights.openJobs')}
      </Button>
    </section>
  );
}

/** Beside what was learnt: what waits for a person, how the desk did, what failed. */
export function ReportSide({ report }: { report: NightReport }) {
  return (
    <div className={classes.column}>
      <Waiting />
      <QualityCard {...report.quality} />
      <Failures failures={report.failures} />
    </div>
  );
}
