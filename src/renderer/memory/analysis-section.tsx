import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Analysis, AnalysisClaim, ClaimTopic } from '../../shared/analysis.ts';
import { seekMessage } from '../chat/timeline-actions.ts';
import { useDesk } from '../desk/context.tsx';
import { ConfidenceDots } from '../ui/chip.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { AnalysisNotes } from './analysis-notes.tsx';
import classes from './memory.module.css';

/** What the card tells, in this order. The rest became memory, and stands there. */
const told = ['mood', 'trust', 'need', 'next_step'] as const satisfies readonly ClaimTopic[];

/** The client's own words behind a claim; pressed, they are shown where they were written. */
function ClaimQuote({ clientId, claim }: { clientId: string; claim: AnalysisClaim }) {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <button
      type="button"
      className={`${classes.quote} ${classes.jump}`}
      title={t('analysis.show')}
      onClick={() => void seekMessage(desk, clientId, claim.messageId)}
    >
      <q>{claim.quote}</q>
    </button>
  );
}

function Claim({ clientId, claim }: { clientId: string; claim: AnalysisClaim }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <li>
      <span>
        {claim.text}{' '}
        <ConfidenceDots
          confidence={claim.confidence}
          label={t('jiwa.confidence', { percent: formats.percent(claim.confidence) })}
        />
      </span>
      <ClaimQuote clientId={clientId} claim={claim} />
    </li>
  );
}

function Told({ analysis, topic }: { analysis: Analysis; topic: (typeof told)[number] }) {
  const { t } = useTranslation();
  // What rests on words that want something of the desk is no advice.
  const claims = analysis.result.claims.filter(
    (claim) => claim.topic === topic && claim.reason !== 'instruction',
  );
  if (claims.length === 0) return null;
  return (
    <div className={classes.field}>
      <dt>{t(`analysis.${topic}`)}</dt>
      <dd>
        <ol className={classes.claims} data-course={topic === 'mood' && claims.length > 1}>
          {claims.map((claim) => (
            <Claim key={`${claim.messageId} ${claim.text}`} clientId={analysis.clientId} claim={claim} />
          ))}
        </ol>
      </dd>
    </div>
  );
}

/** What was understood of the client's newest analysed conversation, each with the words behind it. */
export function AnalysisSection() {
  const { t } = useTranslation();
  const formats = useFormats();
  const analysis = useStore(useDesk().memory, (area) => area.analysis?.last ?? null);
  if (analysis === null) return null;
  return (
    <section className={classes.section} aria-labelledby="analysis-title">
      <div className={classes.head}>
        <h3 id="analysis-title">{t('analysis.title')}</h3>
        <span className={classes.meta}>{formats.date(analysis.createdAt)}</span>
      </div>
      <dl className={classes.fields}>
        {told.map((topic) => (
          <Told key={topic} analysis={analysis} topic={topic} />
        ))}
      </dl>
      <AnalysisNotes analysis={analysis} />
    </section>
  );
}
