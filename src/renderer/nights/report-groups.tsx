import { useState } from 'react';
import { Button } from '@mantine/core';
import { IconArrowBackUp, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { NightReport, ReportEvidence, ReportItem } from '../../shared/night.ts';
import { useDesk } from '../desk/context.tsx';
import { Chip } from '../ui/chip.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { useLayout } from '../ui/use-layout.ts';
import { canOpen, canWithdraw, openEvidence, openItem, withdraw } from './nights-actions.ts';
import { useNightWords } from './use-night-words.ts';
import classes from './nights.module.css';

/** Items of a group that are shown before one asks for the others. */
const FIRST = 6;

function Quote({ evidence }: { evidence: ReportEvidence }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const layout = useLayout();
  const quote = t('review.quote', { quote: evidence.quote });
  if (evidence.clientId === null || evidence.messageId === null)
    return <p className={classes.quote}>{quote}</p>;
  return (
    <p className={classes.quote}>
      <button
        type="button"
        className={classes.link}
        title={t('nights.openMessage')}
        onClick={() => void openEvidence(desk, evidence, layout)}
      >
        {quote}
      </button>
    </p>
  );
}

function Item({ item, isUndone }: { item: ReportItem; isUndone: boolean }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const layout = useLayout();
  const words = useNightWords();
  const { text, detail, evidence } = item;
  const isSentence = detail !== null && words.detail(detail) === detail;
  return (
    <li className={classes.entry}>
      <div className={classes.entryHead}>
        <span className={classes.entryText}>{text}</span>
        {detail !== null && !isSentence && <Chip>{words.detail(detail)}</Chip>}
        {!isUndone && canWithdraw(item) && (
          <IconButton
            icon={IconArrowBackUp}
            label={t('nights.withdraw', { text })}
            onClick={() => void withdraw(desk, item)}
          />
        )}
        {canOpen(item) && (
          <IconButton
            icon={IconChevronRight}
            label={t('nights.open', { text })}
            onClick={() => void openItem(desk, item, layout)}
          />
        )}
      </div>
      {isSentence && <p className={classes.aside}>{detail}</p>}
      {evidence.map((one) => (
        <Quote key={`${one.messageId ?? ''}${one.quote}`} evidence={one} />
      ))}
    </li>
  );
}

function Group({ group, items, isUndone }: NightReport['groups'][number] & { isUndone: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? items : items.slice(0, FIRST);
  return (
    <section className={classes.card}>
      <h2>
        {t(`nightGroup.${group}`)} <span className={classes.count}>{formats.count(items.length)}</span>
      </h2>
      <ul className={classes.plain}>
        {shown.map((item) => (
          <Item key={`${item.ref.kind}/${item.ref.id}/${item.text}`} item={item} isUndone={isUndone} />
        ))}
      </ul>
      {shown.length < items.length && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('nights.allOfGroup', { n: formats.count(items.length) })}
        </Button>
      )}
    </section>
  );
}

/** What was learnt, group by group, each with the words it rests on, to be opened or taken back. */
export function ReportGroups({ report: { groups }, isUndone }: { report: NightReport; isUndone: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={classes.column}>
      {groups.length === 0 && (
        <section className={classes.card}>
          <h2>{t('nights.nothing')}</h2>
          <p className={classes.aside}>{t('nights.nothingText')}</p>
        </section>
      )}
      {groups.map((one) => (
        <Group key={one.group} {...one} isUndone={isUndone} />
      ))}
    </div>
  );
}
