import { useTranslation } from 'react-i18next';
import type { ReplyDetails } from '../../shared/message.ts';
import { useFormats } from '../ui/use-formats.tsx';
import { useTimingLabel } from '../ui/use-labels.ts';
import { Pairs, Part, type Pair } from './background-parts.tsx';

/** Tokens and times of a reply. */
export function ReplyNumbers({ details }: { details: ReplyDetails }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const timingLabel = useTimingLabel();
  const { usage, firstTokenMs, totalMs } = details.reply;
  const span = (ms: number | null) => (ms === null ? null : formats.span(ms));
  return (
    <>
      {usage !== null && (
        <Part title={t('details.tokens')}>
          <Pairs
            pairs={[
              [t('details.input'), formats.count(usage.input)],
              [t('details.output'), formats.count(usage.output)],
              [t('details.cacheRead'), formats.count(usage.cacheRead)],
              [t('details.cacheWrite'), formats.count(usage.cacheWrite)],
            ]}
          />
        </Part>
      )}
      <Part title={t('details.times')}>
        <Pairs
          pairs={[
            [t('details.firstText'), span(firstTokenMs)],
            [t('details.total'), span(totalMs)],
            ...Object.entries(details.timings).map(([name, ms]): Pair => [timingLabel(name), span(ms)]),
          ]}
        />
      </Part>
    </>
  );
}
