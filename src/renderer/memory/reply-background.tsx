import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Reply, ToolCall } from '../../shared/message.ts';
import { useDesk } from '../desk/context.tsx';
import { Chip } from '../ui/chip.tsx';
import { topicLabel } from '../ui/names.ts';
import { useFormats } from '../ui/use-formats.tsx';
import { Pairs, Part, type Pair } from './background-parts.tsx';
import { readDetailsOrClose } from './details-actions.ts';
import { CatalogueNumbers } from './catalogue-numbers.tsx';
import { InsightsInFull } from './reply-insights.tsx';
import { CheckPart } from './check-part.tsx';
import { ReplyNumbers } from './reply-numbers.tsx';
import { ShadowPart } from './shadow-part.tsx';
import classes from './memory.module.css';

function Origin({ reply }: { reply: Reply }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const pairs: readonly Pair[] = [
    [t('details.source'), t(`source.${reply.source}`)],
    [
      t('details.model'),
      reply.model === null
        ? null
        : reply.modelReason === null
          ? reply.model
          : `${reply.model} (${t(`modelReason.${reply.modelReason}`)})`,
    ],
    [t('details.outcome'), reply.outcome === null ? null : t(`outcome.${reply.outcome}`)],
    [t('details.language'), reply.language === null ? null : t(`language.${reply.language}`)],
    [
      t('details.cost'),
      reply.costUsd === null
        ? reply.source === 'claude'
          ? t('why.noPrice')
          : null
        : formats.usd(reply.costUsd),
    ],
  ];
  return <Pairs pairs={pairs} />;
}

function Call({ call }: { call: ToolCall }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div className={classes.call}>
      <strong>{call.name}</strong> · {formats.span(call.ms)}{' '}
      {call.isError && <Chip tone="clay">{t('details.failed')}</Chip>}
      <div>{JSON.stringify(call.input)}</div>
      <div>{call.output}</div>
    </div>
  );
}

/** All that stands behind one reply. */
export function ReplyBackground({ replyId }: { replyId: string }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const details = useStore(desk.details, ({ byReply }) => byReply[replyId]);
  useEffect(() => void readDetailsOrClose(desk, replyId), [desk, replyId]);
  if (details === undefined) return <p className={classes.hint}>{t('app.loading')}</p>;
  const { reply, insights, naming, catalogue, facts, toolCalls } = details;
  return (
    <div className={classes.background}>
      <Origin reply={reply} />
      <ShadowPart details={details} />
      <Part title={t('details.insights')}>
        <InsightsInFull insights={insights} naming={naming} />
      </Part>
      {facts.length > 0 && (
        <Part title={t('details.facts')}>
          <Pairs
            pairs={facts.map(({ topic, value, isExample }): Pair => [
              topicLabel(topic),
              isExample ? t('details.example', { value }) : value,
            ])}
          />
        </Part>
      )}
      {toolCalls.length > 0 && (
        <Part title={t('details.tools')}>
          {toolCalls.map((call, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- calls of a finished reply never move
            <Call key={index} call={call} />
          ))}
        </Part>
      )}
      {catalogue !== null && <CatalogueNumbers use={catalogue} />}
      <CheckPart details={details} />
      <ReplyNumbers details={details} />
      {reply.originalText !== null && (
        <Part title={t('details.original')}>
          <div className={classes.call}>{reply.originalText}</div>
        </Part>
      )}
    </div>
  );
}
