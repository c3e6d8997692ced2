import { useStore } from 'zustand';
import { useDesk } from '../desk/context.tsx';
import { useFormats } from '../ui/use-formats.tsx';

/** US dollars, shown in the operator's currency. */
export function useMoney(): (usd: number) => string {
  const desk = useDesk();
  const formats = useFormats();
  const currency = useStore(desk.jobs, (area) => area.overview?.spending.currency ?? 'USD');
  const perUsd = useStore(desk.jobs, (area) => area.overview?.spending.perUsd ?? 1);
  return (usd) => formats.money(usd * perUsd, currency);
}
