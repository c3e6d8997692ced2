import { useTranslation } from 'react-i18next';
import type { Reply } from '../../shared/message.ts';
import { useFormats } from '../ui/use-formats.tsx';

/** What an answer of Claude cost; null where nothing was used. */
export function useCost(): (of: Pick<Reply, 'costUsd' | 'usage'>) => string | null {
  const { t } = useTranslation();
  const formats = useFormats();
  return ({ costUsd, usage }) =>
    costUsd === null ? (usage === null ? null : t('why.noPrice')) : formats.usd(costUsd);
}
