import { useTranslation } from 'react-i18next';
import type { ReplyDetails } from '../../shared/message.ts';
import { useFormats } from '../ui/use-formats.tsx';
import { Pairs, Part } from './background-parts.tsx';
import classes from './memory.module.css';
import { useCost } from './use-cost.ts';

/** What the check of a prepared answer found and took, apart from the reply's own figures. */
export function CheckPart({ details: { reply, check } }: { details: ReplyDetails }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const costOf = useCost();
  if (check === null) return null;
  const { verdict } = reply;
  const { usage } = check;
  return (
    <Part title={t('check.title')}>
      <p className={classes.found}>
        {verdict === null ? t('check.noVerdict') : `${t(`check.${verdict.kind}`)}: ${verdict.reason}`}
      </p>
      <Pairs
        pairs={[
          [t('details.model'), check.model],
          [t('check.time'), formats.span(check.totalMs)],
          [t('details.input'), usage === null ? null : formats.count(usage.input + usage.cacheRead)],
          [t('details.output'), usage === null ? null : formats.count(usage.output)],
          [t('details.cost'), costOf(check)],
        ]}
      />
    </Part>
  );
}
