import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { preferences, type Preference, type ReplyDetails, type ShadowReply } from '../../shared/message.ts';
import { useDesk } from '../desk/context.tsx';
import { modelLabel } from '../ui/names.ts';
import { RichText } from '../ui/rich-text.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { Part } from './background-parts.tsx';
import classes from './memory.module.css';
import { enableQuestion, prefer } from './shadow-actions.ts';
import { useCost } from './use-cost.ts';

function useMeta(shadow: ShadowReply): string {
  const formats = useFormats();
  const cost = useCost()(shadow);
  return [modelLabel(shadow.model), formats.span(shadow.totalMs), cost]
    .filter((part) => part !== null)
    .join(' · ');
}

function Text({ title, text, meta }: { title: string; text: string; meta?: string }) {
  return (
    <section aria-label={title}>
      <div className={classes.beside}>
        <h4>{title}</h4>
        {meta !== undefined && <span className={classes.meta}>{meta}</span>}
      </div>
      <div className={classes.said}>
        <RichText text={text} />
      </div>
    </section>
  );
}

const words = { prepared: 'shadow.preparedBetter', claude: 'shadow.claudeBetter' } as const;

function Preferring({ replyId, preferred }: { replyId: string; preferred: Preference | null }) {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <fieldset className={classes.choice}>
      <legend>{t('shadow.better')}</legend>
      {preferences.map((which) => {
        const isChosen = preferred === which;
        return (
          <Button
            key={which}
            size="xs"
            variant={isChosen ? 'light' : 'default'}
            aria-pressed={isChosen}
            leftSection={isChosen ? <IconCheck size={14} stroke={1.75} aria-hidden /> : undefined}
            onClick={() => void prefer(desk, replyId, isChosen ? null : which)}
          >
            {t(words[which])}
          </Button>
        );
      })}
    </fieldset>
  );
}

function WhoAnswers({ question }: { question: NonNullable<ReplyDetails['preparedAnswer']> }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const { intent, isEnabled } = question;
  return (
    <div className={classes.choice}>
      {!isEnabled && <span>{t('shadow.isOff')}</span>}
      <Button size="xs" variant="default" onClick={() => void enableQuestion(desk, intent, !isEnabled)}>
        {t(isEnabled ? 'shadow.letClaude' : 'shadow.usePrepared')}
      </Button>
    </div>
  );
}

function Comparison({ details, shadow }: { details: ReplyDetails; shadow: ShadowReply }) {
  const { t } = useTranslation();
  const meta = useMeta(shadow);
  const { reply, preparedAnswer } = details;
  return (
    <Part title={t('shadow.title')}>
      {shadow.text === '' ? (
        <p className={classes.hint}>
          {t('shadow.failed')} {meta}
        </p>
      ) : (
        <>
          <Text title={t('shadow.prepared')} text={reply.originalText ?? reply.text} />
          <Text title={t('shadow.claude')} text={shadow.text} meta={meta} />
          {shadow.error !== null && <p className={classes.hint}>{t('shadow.cut')}</p>}
          <Preferring replyId={reply.id} preferred={shadow.preferred} />
        </>
      )}
      {preparedAnswer !== null && <WhoAnswers question={preparedAnswer} />}
    </Part>
  );
}

/** A prepared answer and Claude's own to the same message, to be compared. */
export function ShadowPart({ details }: { details: ReplyDetails }) {
  return details.shadow === null ? null : <Comparison details={details} shadow={details.shadow} />;
}
