import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { changeSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { Card } from './card.tsx';
import { changeTarget, generate, readEstimate, readRuns } from './generate-actions.ts';
import { refuse } from './refuse.ts';
import { GoingRun, LastRun } from './run-panel.tsx';
import { EstimateWords, RunChoices, StartRow } from './run-start.tsx';
import classes from './settings.module.css';
import { parseWhole } from './whole.ts';

function Estimate() {
  const { t } = useTranslation();
  const desk = useDesk();
  const isDemo = useAppState((state) => state.desk === 'demo');
  const estimate = useStore(desk.settings, (area) => area.estimate);
  if (estimate === null) return null;
  return (
    <p className={classes.aside}>
      <EstimateWords estimate={estimate} />
      {isDemo && ` ${t('endpoint.demoCost')}`}
    </p>
  );
}

function NewRun() {
  const { t } = useTranslation();
  const desk = useDesk();
  const formats = useFormats();
  const { target, goesTo } = useAppState((state) => state.settings.knowledge);
  useEffect(() => void readEstimate(desk, target), [desk, target]);
  const keepTarget = async (text: string) => {
    const wanted = parseWhole(text, 1);
    return wanted === null ? refuse(desk, 'It is a whole number, like 1000.') : changeTarget(desk, wanted);
  };
  return (
    <>
      <RunChoices
        label={t('generate.target')}
        hint={t('generate.targetHint')}
        wanted={target}
        onKeep={keepTarget}
        goesTo={goesTo}
        onChoose={(goal) => void changeSettings(desk, { knowledge: { goesTo: goal } })}
      />
      <Estimate />
      <StartRow
        label={t('generate.start', { target: formats.count(target) })}
        onStart={() => void generate(desk, target, goesTo)}
      />
    </>
  );
}

/** The generator of cultural knowledge: what a run will take, how far it is, what came of the last one. */
export function GenerateCard() {
  const { t } = useTranslation();
  const desk = useDesk();
  const runs = useStore(desk.settings, (area) => area.runs);
  useEffect(() => void readRuns(desk), [desk]);
  const [last] = runs ?? [];
  const going = last?.state === 'running' ? last : null;
  return (
    <Card title={t('generate.title')} hint={t('generate.hint')}>
      <div className={classes.stack}>
        {going === null ? <NewRun /> : <GoingRun run={going} />}
        {going === null && last !== undefined && <LastRun run={last} />}
      </div>
    </Card>
  );
}
