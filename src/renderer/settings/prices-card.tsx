import { useState, type FormEvent } from 'react';
import { Button, TextInput, VisuallyHidden } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Price } from '../../shared/settings.ts';
import { changeSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Card } from './card.tsx';
import { KeptInput } from './kept-input.tsx';
import { parsePrice } from './price.ts';
import { refuse } from './refuse.ts';
import classes from './settings.module.css';

const columns = [
  { key: 'input', title: 'settings.priceInput' },
  { key: 'output', title: 'settings.priceOutput' },
  { key: 'cacheRead', title: 'settings.priceCacheRead' },
  { key: 'cacheWrite', title: 'settings.priceCacheWrite' },
] as const;

function usePrices() {
  const desk = useDesk();
  const prices = useAppState((state) => state.settings.claude.prices);
  const keep = (next: Record<string, Price>) => changeSettings(desk, { claude: { prices: next } });
  return { prices, keep };
}

function ModelPrices({ model, price }: { model: string; price: Price }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const { prices, keep } = usePrices();
  const change = async (key: keyof Price, text: string) => {
    const value = parsePrice(text);
    if (value !== null) return keep({ ...prices, [model]: { ...price, [key]: value } });
    return refuse(desk, 'A price is a number of US dollars.');
  };
  const remove = () => {
    const { [model]: _removed, ...others } = prices;
    void keep(others);
  };
  return (
    <tr>
      <th scope="row">{model}</th>
      {columns.map(({ key, title }) => (
        <td key={key}>
          <KeptInput
            isBare
            inputMode="decimal"
            label={t('settings.priceOf', { model, what: t(title) })}
            value={String(price[key])}
            onKeep={(text) => change(key, text)}
          />
        </td>
      ))}
      <td>
        <IconButton
          icon={IconX}
          size={26}
          iconSize={15}
          label={t('settings.priceRemove', { model })}
          onClick={remove}
        />
      </td>
    </tr>
  );
}

function AddModel() {
  const { t } = useTranslation();
  const { prices, keep } = usePrices();
  const [model, setModel] = useState('');
  const isUsable = model.trim() !== '' && prices[model.trim()] === undefined;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const price: Price = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };
    if (isUsable && (await keep({ ...prices, [model.trim()]: price }))) setModel('');
  };
  return (
    <form className={classes.row} onSubmit={(event) => void submit(event)}>
      <TextInput
        className={classes.grow ?? ''}
        aria-label={t('settings.model')}
        placeholder="claude-…"
        maxLength={100}
        value={model}
        onChange={(event) => setModel(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!isUsable} mih={36}>
        {t('settings.priceAdd')}
      </Button>
    </form>
  );
}

/** What a million tokens of each model costs. */
export function PricesCard() {
  const { t } = useTranslation();
  const { prices } = usePrices();
  return (
    <Card title={t('settings.prices')} hint={t('settings.pricesHint')}>
      <div className={classes.stack}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls when narrow, so it must take the focus */}
        <section className={classes.tableFrame} tabIndex={0} aria-label={t('settings.prices')}>
          <table className={classes.prices}>
            <thead>
              <tr>
                <th scope="col">{t('settings.model')}</th>
                {columns.map(({ key, title }) => (
                  <th key={key} scope="col">
                    {t(title)}
                  </th>
                ))}
                <th scope="col">
                  <VisuallyHidden>{t('facts.remove')}</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(prices).map(([model, price]) => (
                <ModelPrices key={model} model={model} price={price} />
              ))}
            </tbody>
          </table>
        </section>
        <AddModel />
      </div>
    </Card>
  );
}
