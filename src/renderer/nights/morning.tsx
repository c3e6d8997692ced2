import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Night, NightReport, NightUndone } from '../../shared/night.ts';
import { useDesk } from '../desk/context.tsx';
import { Chip } from '../ui/chip.tsx';
import { useFormats, useNow } from '../ui/use-formats.tsx';
import { nightTones } from './night-list.tsx';
import { closeNight, undoNight } from './nights-actions.ts';
import { ReportGroups } from './report-groups.tsx';
import { ReportSide } from './report-side.tsx';
import { useNightWords } from './use-night-words.ts';
import classes from './nights.module.css';

const NOON = 12;

function Head({ night, hasReport }: { night: Night; hasReport: boolean }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const formats = useFormats();
  const words = useNightWords();
  const isMorning = new Date(useNow()).getHours() < NOON;
  const times =
    night.endedAt === null
      ? t('nights.begun', { from: formats.time(night.createdAt) })
      : t('nights.times', { from: formats.time(night.createdAt), to: formats.time(night.endedAt) });
  const title = !hasReport ? 'nights.noReport' : isMorning ? 'nights.greeting' : 'nights.learnt';
  return (
    <header className={classes.head}>
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.back ?? ''}
        leftSection={<IconArrowLeft size={15} stroke={1.75} aria-hidden />}
        onClick={() => closeNight(desk)}
      >
        {t('nights.all')}
      </Button>
      <p className={classes.kicker}>
        {words.name(night)} · {times}
        {night.state !== 'done' && (
          <Chip tone={nightTones[night.state]}>{t(`nightState.${night.state}`)}</Chip>
        )}
      </p>
      <div className={classes.headline}>
        <h1>{t(night.state === 'undone' ? 'nights.wasUndone' : title)}</h1>
        {night.isUndoable && (
          <Button
            leftSection={<IconArrowBackUp size={15} stroke={1.75} aria-hidden />}
            onClick={() => void undoNight(desk, night.id)}
          >
            {t('nights.undo')}
          </Button>
        )}
      </div>
    </header>
  );
}

function Tile({ value, label }: { value: string; label: string }) {
  return (
    <div className={classes.tile}>
      <b>{value}</b>
      <span>{label}</span>
    </div>
  );
}

/** The four figures one wants first. */
function Tiles({ night: { counts }, report }: { night: Night; report: NightReport }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { insights = 0, clients = 0 } = counts;
  const { before, after } = report.quality;
  const waiting = report.waiting['insight'] ?? 0;
  return (
    <div className={classes.tiles}>
      <Tile
        value={formats.count(insights)}
        label={
          waiting > 0
            ? t('nights.tileInsightsReview', { count: insights, n: formats.count(waiting) })
            : t('nights.tileInsights', { count: insights })
        }
      />
      <Tile value={formats.count(clients)} label={t('nights.tileClients', { count: clients })} />
      <Tile
        value={after.hitRate === null ? '–' : formats.percent(after.hitRate)}
        label={
          before.hitRate === null
            ? t('nights.tileHits')
            : t('nights.tileHitsBefore', { before: formats.percent(before.hitRate) })
        }
      />
      <Tile
        value={formats.money(report.cost.amount, report.cost.currency)}
        label={t('nights.tileCost', { count: report.cost.requests })}
      />
    </div>
  );
}

/** What undoing did: how much is as before, and what was left alone since somebody had changed it. */
function Undone({ undone: { restored, kept } }: { undone: NightUndone }) {
  const { t } = useTranslation();
  const words = useNightWords();
  return (
    <section className={classes.card} aria-live="polite">
      <h2>{t('nights.undone', { count: restored })}</h2>
      {kept.length > 0 && (
        <>
          <p className={classes.aside}>{t('nights.kept', { count: kept.length })}</p>
          <ul className={classes.plain}>
            {kept.map(({ what, id, text }) => (
              <li key={`${what}/${id}`}>
                {text ?? id} <Chip>{words.thing(what)}</Chip>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The report of one night, as it is read in the morning. */
export function Morning() {
  const { t } = useTranslation();
  const desk = useDesk();
  const details = useStore(desk.nights, (area) => area.details);
  const undone = useStore(desk.nights, (area) => area.undone);
  if (details === null) return null;
  const { night, report } = details;
  return (
    <div className={classes.work}>
      <article className={classes.report}>
        <Head night={night} hasReport={report !== null} />
        {undone !== null && <Undone undone={undone} />}
        {report === null && undone === null && (
          <p className={classes.aside}>{t(`nightWait.${night.state}`)}</p>
        )}
        {report !== null && (
          <>
            <Tiles night={night} report={report} />
            <div className={classes.columns}>
              <ReportGroups report={report} isUndone={night.state === 'undone'} />
              <ReportSide report={report} />
            </div>
          </>
        )}
      </article>
    </div>
  );
}
