import { useTranslation } from 'react-i18next';
import type { Analysis, AnalysisClaim } from '../../shared/analysis.ts';
import classes from './memory.module.css';

const count = (analysis: Analysis, is: (claim: AnalysisClaim) => boolean): number =>
  analysis.result.claims.filter(is).length;

/** What else is to be known of an analysis: what waits, what was superseded, what was not believed or not read. */
export function AnalysisNotes({ analysis }: { analysis: Analysis }) {
  const { t } = useTranslation();
  const { messages, dropped, claims } = analysis.result;
  const kept = count(analysis, ({ fate }) => fate === 'kept');
  const waiting = count(analysis, ({ fate }) => fate === 'review');
  const notBelieved = Object.values(dropped).reduce((sum, n) => sum + n, 0);
  const replaced = claims.flatMap(({ replaced: before, text }) =>
    before === null ? [] : [{ before, text }],
  );
  const notes = [
    ...(kept > 0 ? [t('analysis.kept', { count: kept })] : []),
    ...(waiting > 0 ? [t('analysis.waiting', { count: waiting })] : []),
    ...(notBelieved > 0 ? [t('analysis.dropped', { count: notBelieved })] : []),
    ...(messages.read < messages.said ? [t('analysis.cut', { ...messages })] : []),
  ];
  return (
    <>
      {replaced.map(({ before, text }) => (
        <p key={text} className={classes.meta}>
          {t('analysis.replaced', { before, text })}
        </p>
      ))}
      {notes.length > 0 && <p className={classes.meta}>{notes.join(' · ')}</p>}
    </>
  );
}
