import { useTranslation } from 'react-i18next';
import type { Settings } from '../../shared/settings.ts';
import { changeSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { Card } from './card.tsx';
import { KeptInput } from './kept-input.tsx';
import { parsePrice } from './price.ts';
import { refuse } from './refuse.ts';
import classes from './settings.module.css';

/** How much is asked of the endpoint at once, and what it costs. */
export function PaceCard() {
  const { t } = useTranslation();
  const desk = useDesk();
  const { kind, concurrency, usdPerGpuSecond, usdPerMillionTokens } = useAppState(
    (state) => state.settings.llama,
  );
  const keep = async (text: string, patchOf: (value: number) => Partial<Settings['llama']>) => {
    const value = parsePrice(text);
    if (value !== null) return changeSettings(desk, { llama: patchOf(value) });
    return refuse(desk, 'It is a number, like 4 or 0.00034.');
  };
  const tokens = (patch: Partial<Settings['llama']['usdPerMillionTokens']>) => ({
    usdPerMillionTokens: { ...usdPerMillionTokens, ...patch },
  });
  const number = (label: string, value: number, patchOf: (value: number) => Partial<Settings['llama']>) => (
    <KeptInput
      inputMode="decimal"
      label={label}
      value={String(value)}
      onKeep={(text) => keep(text, patchOf)}
    />
  );
  return (
    <Card title={t('endpoint.pace')} hint={t('endpoint.paceHint')}>
      <div className={`${classes.stack} ${classes.short}`}>
        {number(t('endpoint.concurrency'), concurrency, (value) => ({ concurrency: value }))}
        {kind === 'runpod' &&
          number(t('endpoint.gpuSecond'), usdPerGpuSecond, (value) => ({ usdPerGpuSecond: value }))}
        {kind === 'openai' &&
          number(t('endpoint.tokensRead'), usdPerMillionTokens.input, (value) => tokens({ input: value }))}
        {kind === 'openai' &&
          number(t('endpoint.tokensWritten'), usdPerMillionTokens.output, (value) =>
            tokens({ output: value }),
          )}
      </div>
    </Card>
  );
}
