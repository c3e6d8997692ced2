import { Select, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currencies, usualRates, type Currency, type Settings } from '../../shared/settings.ts';
import { changeSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { Card } from './card.tsx';
import { KeptInput } from './kept-input.tsx';
import { parsePrice } from './price.ts';
import { refuse } from './refuse.ts';
import { inCurrency } from './in-currency.ts';
import classes from './settings.module.css';

type Patch = Partial<Settings['offline']>;

function useKeep() {
  const desk = useDesk();
  return {
    keep: (offline: Patch) => changeSettings(desk, { offline }),
    refuse: () => refuse(desk, 'It is an amount, like 2 or 0.86.'),
  };
}

/** A limit as typed: nothing at all is none. */
function Limit({
  label,
  value,
  onKeep,
}: {
  label: string;
  value: number | null;
  onKeep: (value: number | null) => Promise<boolean>;
}) {
  const { t } = useTranslation();
  const { refuse } = useKeep();
  const keep = async (text: string) => {
    const amount = text === '' ? null : parsePrice(text);
    return amount === null && text !== '' ? refuse() : onKeep(amount);
  };
  return (
    <KeptInput
      inputMode="decimal"
      label={label}
      hint={t('budget.empty')}
      value={value === null ? '' : String(value)}
      onKeep={keep}
    />
  );
}

/** What offline work may cost, in the operator's currency. */
export function BudgetCard() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { keep, refuse } = useKeep();
  const offline = useAppState((state) => state.settings.offline);
  const { currency, perUsd, budgetPerDay, budgetPerMonth } = offline;
  const choose = (value: string | null) => {
    const chosen: Currency | undefined = currencies.find((one) => one === value);
    if (chosen !== undefined) void keep(inCurrency(offline, chosen, usualRates[chosen]));
  };
  const keepRate = async (text: string) => {
    const rate = parsePrice(text);
    return rate === null || rate === 0 ? refuse() : keep({ perUsd: rate });
  };
  return (
    <Card title={t('budget.title')} hint={t('budget.hint')}>
      <div className={`${classes.stack} ${classes.short}`}>
        <Select
          maw={260}
          label={t('budget.currency')}
          value={currency}
          data={currencies.map((value) => ({ value, label: formats.currency(value) }))}
          onChange={choose}
        />
        {currency !== 'USD' && (
          <KeptInput
            inputMode="decimal"
            label={t('budget.rate', { currency })}
            hint={t('budget.rateHint')}
            value={String(perUsd)}
            onKeep={keepRate}
          />
        )}
        <Limit
          label={t('budget.day', { currency })}
          value={budgetPerDay}
          onKeep={(value) => keep({ budgetPerDay: value })}
        />
        <Limit
          label={t('budget.month', { currency })}
          value={budgetPerMonth}
          onKeep={(value) => keep({ budgetPerMonth: value })}
        />
      </div>
    </Card>
  );
}

/** When the computer is better left alone, and whether work needs a window. */
export function PowerCard() {
  const { t } = useTranslation();
  const { keep } = useKeep();
  const { pausesOnBattery, staysInTray } = useAppState((state) => state.settings.offline);
  return (
    <Card title={t('budget.power')}>
      <div className={classes.stack}>
        <Switch
          label={t('budget.battery')}
          description={t('budget.batteryHint')}
          checked={pausesOnBattery}
          onChange={(event) => void keep({ pausesOnBattery: event.currentTarget.checked })}
        />
        <Switch
          label={t('budget.tray')}
          description={t('budget.trayHint')}
          checked={staysInTray}
          onChange={(event) => void keep({ staysInTray: event.currentTarget.checked })}
        />
      </div>
    </Card>
  );
}
