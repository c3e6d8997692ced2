import { useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProposalStart } from '../../shared/proposal.ts';
import { showScreen } from '../desk/app-actions.ts';
import { ask } from '../desk/ask.ts';
import { useDesk } from '../desk/context.tsx';
import { Card } from './card.tsx';
import { useHasEndpoint } from './run-start.tsx';
import classes from './settings.module.css';

/** Has LLaMA propose further ways to ask, and questions that came often without a prepared answer. */
export function ProposeCard() {
  const { t } = useTranslation();
  const desk = useDesk();
  const [isAsking, setAsking] = useState(false);
  const [started, setStarted] = useState<ProposalStart | null>(null);
  const hasEndpoint = useHasEndpoint();
  const propose = async () => {
    setAsking(true);
    setStarted(await ask(desk, 'answers:propose', undefined));
    setAsking(false);
  };
  return (
    <Card title={t('propose.title')} hint={t('propose.hint')}>
      <div className={classes.row}>
        <Button disabled={!hasEndpoint} loading={isAsking} onClick={() => void propose()}>
          {t('propose.start')}
        </Button>
        {started !== null && (
          <Button variant="subtle" onClick={() => showScreen(desk, 'jobs')}>
            {t('propose.show')}
          </Button>
        )}
        <output className={classes.aside}>
          {!hasEndpoint
            ? t('generate.noEndpoint')
            : started !== null &&
              t('propose.started', { count: started.jobs.length, questions: started.questions })}
        </output>
      </div>
    </Card>
  );
}
