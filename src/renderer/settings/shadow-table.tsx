import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IntentComparison } from '../../shared/answer.ts';
import { changeSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import type { Desk } from '../desk/desk.ts';
import { enableQuestion } from '../memory/shadow-actions.ts';
import { useFormats, useLanguage } from '../ui/use-formats.tsx';
import { KeptInput } from './kept-input.tsx';
import { refuse } from './refuse.ts';
import classes from './settings.module.css';
import { parseShare } from './share.ts';

const columns = ['compared', 'wonByPrepared', 'wonByClaude', 'cost', 'share', 'answersIt'] as const;

/** Keeps the share of one question; empty takes it back to that of all. */
async function keepShare(desk: Desk, intent: string, text: string): Promise<boolean> {
  const { state } = desk.app.getState();
  if (state === null) return false;
  const { [intent]: _, ...others } = state.settings.shadow.byIntent;
  if (text === '') return changeSettings(desk, { shadow: { byIntent: others } });
  const percent = parseShare(text);
  if (percent !== null)
    return changeSettings(desk, { shadow: { byIntent: { ...others, [intent]: percent } } });
  return refuse(desk, 'A share is a number from 0 to 100 percent.');
}

function Row({ comparison }: { comparison: IntentComparison }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const formats = useFormats();
  const question = comparison.title[useLanguage()];
  const { percent, byIntent } = useAppState((state) => state.settings.shadow);
  const { intent, shadows, preparedBetter, claudeBetter, costUsd, isEnabled } = comparison;
  return (
    <tr>
      <th scope="row">{question}</th>
      <td>{formats.count(shadows)}</td>
      <td>{formats.count(preparedBetter)}</td>
      <td>{formats.count(claudeBetter)}</td>
      <td>{shadows === 0 || costUsd === null ? '–' : formats.usd(costUsd)}</td>
      <td className={classes.shareCell}>
        <KeptInput
          isBare
          inputMode="decimal"
          label={t('shadow.shareOf', { question })}
          placeholder={String(percent)}
          value={Object.hasOwn(byIntent, intent) ? String(byIntent[intent]) : ''}
          onKeep={(text) => keepShare(desk, intent, text)}
        />
      </td>
      <td>
        <Switch
          aria-label={t('shadow.switchOf', { question })}
          checked={isEnabled}
          onChange={(event) => void enableQuestion(desk, intent, event.currentTarget.checked)}
        />
      </td>
    </tr>
  );
}

/** What comparing came to for each question; its share, and whether prepared answers are used for it. */
export function ShadowTable({ comparisons }: { comparisons: readonly IntentComparison[] }) {
  const { t } = useTranslation();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls when narrow, so it must take the focus
    <section className={classes.tableFrame} tabIndex={0} aria-label={t('shadow.perQuestion')}>
      <table className={`${classes.learnt} ${classes.compared}`}>
        <thead>
          <tr>
            <th scope="col">{t('shadow.question')}</th>
            {columns.map((key) => (
              <th key={key} scope="col">
                {t(`shadow.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {comparisons.map((comparison) => (
            <Row key={comparison.intent} comparison={comparison} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
