import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { IntentStanding } from '../../shared/answer.ts';
import { useDesk } from '../desk/context.tsx';
import { useFormats, useLanguage } from '../ui/use-formats.tsx';
import { Card } from './card.tsx';
import { readStandings } from './settings-actions.ts';
import classes from './settings.module.css';

const columns = ['served', 'labels', 'wrong', 'error', 'from', 'direct'] as const;

/** What becomes of its answers in direct mode. */
function useMode(): (standing: IntentStanding) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return ({ threshold, sureFrom, labels, needed }) => {
    if (threshold === null) return t('learnt.off');
    if (sureFrom !== null)
      return sureFrom > threshold
        ? t('learnt.sentFrom', { score: formats.score(sureFrom) })
        : t('learnt.sent');
    return needed === null
      ? t('learnt.tooWrong')
      : t('learnt.few', { have: formats.count(labels), needed: formats.count(needed) });
  };
}

function Row({ standing }: { standing: IntentStanding }) {
  const formats = useFormats();
  const language = useLanguage();
  const mode = useMode();
  const { title, served, labels, wrong, upper, threshold, sureFrom } = standing;
  return (
    <tr>
      <th scope="row">{title[language]}</th>
      <td>{formats.count(served)}</td>
      <td>{formats.count(labels)}</td>
      <td>{formats.count(wrong)}</td>
      <td>{upper === null ? '–' : formats.share(upper)}</td>
      <td>{threshold === null ? '–' : formats.score(threshold)}</td>
      <td data-mode={threshold === null ? 'off' : sureFrom === null ? 'draft' : 'sent'}>{mode(standing)}</td>
    </tr>
  );
}

function Table({ standings }: { standings: readonly IntentStanding[] }) {
  const { t } = useTranslation();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls when narrow, so it must take the focus
    <section className={classes.tableFrame} tabIndex={0} aria-label={t('learnt.title')}>
      <table className={classes.learnt}>
        <thead>
          <tr>
            <th scope="col">{t('learnt.question')}</th>
            {columns.map((key) => (
              <th key={key} scope="col">
                {t(`learnt.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {standings.map((standing) => (
            <Row key={standing.intent} standing={standing} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What was learnt of each question that prepared answers were served for. */
export function LearntCard() {
  const { t } = useTranslation();
  const desk = useDesk();
  const standings = useStore(desk.settings, (area) => area.standings);
  useEffect(() => void readStandings(desk), [desk]);
  const served = standings?.filter((standing) => standing.served > 0) ?? [];
  const never = (standings?.length ?? 0) - served.length;
  return (
    <Card title={t('learnt.title')} hint={t('learnt.hint')}>
      {standings !== null && served.length === 0 && <p className={classes.note}>{t('learnt.none')}</p>}
      {served.length > 0 && (
        <>
          <Table standings={served} />
          {never > 0 && <p className={classes.note}>{t('learnt.never', { count: never })}</p>}
        </>
      )}
    </Card>
  );
}
