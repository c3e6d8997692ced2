import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReviewItem } from '../../shared/review.ts';
import { showScreen } from '../desk/app-actions.ts';
import { useDesk } from '../desk/context.tsx';
import { selectJob } from '../jobs/jobs-actions.ts';
import { Fact, Facts } from '../ui/facts.tsx';
import { useFormats, useNow } from '../ui/use-formats.tsx';

/** Who wrote an item, when, and in which piece of offline work. */
export function Origin({ item: { origin, createdAt } }: { item: ReviewItem }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const formats = useFormats();
  const now = useNow();
  const { model, promptVersion, jobId } = origin;
  const openJob = (id: string) => {
    showScreen(desk, 'jobs');
    void selectJob(desk, id);
  };
  return (
    <section>
      <h3>{t('review.origin')}</h3>
      <Facts>
        <Fact name={t('review.at')}>{formats.when(createdAt, now)}</Fact>
        {model !== null && <Fact name={t('review.model')}>{model}</Fact>}
        {promptVersion !== null && <Fact name={t('review.prompt')}>{promptVersion}</Fact>}
        {jobId !== null && (
          <Fact name={t('review.work')}>
            <Anchor component="button" type="button" size="sm" onClick={() => openJob(jobId)}>
              {t(origin.nightId === null ? 'review.openJob' : 'review.openNight')}
            </Anchor>
          </Fact>
        )}
      </Facts>
    </section>
  );
}
