import { useTranslation } from 'react-i18next';
import type { CatalogueUse } from '../../shared/message.ts';
import { useFormats } from '../ui/use-formats.tsx';
import { Pairs, Part } from './background-parts.tsx';
import classes from './memory.module.css';

/** What the catalogue of insights took of a reply. */
export function CatalogueNumbers({ use }: { use: CatalogueUse }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { insights, tokens, cacheRead, cacheWrite, costUsd } = use;
  const share = (part: number) =>
    tokens === 0 ? null : `${formats.count(part)} (${formats.percent(part / tokens)})`;
  return (
    <Part title={t('catalogue.title')}>
      <Pairs
        pairs={[
          [t('catalogue.lines'), formats.count(insights)],
          [t('catalogue.tokens'), formats.count(tokens)],
          [t('catalogue.cached'), share(cacheRead)],
          [t('catalogue.written'), share(cacheWrite)],
          [t('catalogue.cost'), costUsd === null ? t('why.noPrice') : formats.usd(costUsd)],
        ]}
      />
      <p className={classes.hint}>{t('catalogue.estimate')}</p>
    </Part>
  );
}
