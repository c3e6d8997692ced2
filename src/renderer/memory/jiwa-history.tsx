import { useState } from 'react';
import { Popover } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { JiwaEntry, JiwaField } from '../../shared/memory.ts';
import { useDesk } from '../desk/context.tsx';
import { EntryTool } from './entry-tools.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { readJiwaHistory } from './memory-actions.ts';
import classes from './memory.module.css';

function Past({ entry }: { entry: JiwaEntry }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const from = formats.date(entry.validFrom);
  const span =
    entry.validTo === null ? t('jiwa.now') : t('jiwa.until', { from, to: formats.date(entry.validTo) });
  return (
    <li>
      <div>{entry.value}</div>
      {entry.evidence !== null && (
        <p className={classes.quote}>
          <q>{entry.evidence.quote}</q>
        </p>
      )}
      <p className={classes.meta}>
        {span} · {t(`author.${entry.author}`)}
      </p>
    </li>
  );
}

/** What a jiwa field held before. */
export function JiwaHistory({
  clientId,
  field,
  label,
}: {
  clientId: string;
  field: JiwaField;
  label: string;
}) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [isOpen, setOpen] = useState(false);
  const [entries, setEntries] = useState<readonly JiwaEntry[]>([]);
  const toggle = async () => {
    if (isOpen) return setOpen(false);
    const read = await readJiwaHistory(desk, clientId, field);
    if (read === null) return;
    setEntries(read);
    setOpen(true);
  };
  const title = t('jiwa.history', { field: label });
  return (
    <Popover opened={isOpen} onChange={setOpen} width={300} position="left-start">
      <Popover.Target>
        <EntryTool icon={IconHistory} label={title} onClick={() => void toggle()} />
      </Popover.Target>
      <Popover.Dropdown aria-label={title}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so it must take the focus */}
        <ul className={classes.history} tabIndex={0}>
          {entries.map((entry) => (
            <Past key={entry.id} entry={entry} />
          ))}
          {entries.length === 0 && <li>{t('jiwa.noHistory')}</li>}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
