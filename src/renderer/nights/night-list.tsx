import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Night, NightState } from '../../shared/night.ts';
import { useDesk } from '../desk/context.tsx';
import { Chip } from '../ui/chip.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { useListKeys } from '../ui/use-list-keys.ts';
import { openNight } from './nights-actions.ts';
import { useNightWords } from './use-night-words.ts';
import classes from './nights.module.css';

export const nightTones = {
  waiting: 'plain',
  running: 'teal',
  done: 'leaf',
  failed: 'clay',
  undone: 'saffron',
} as const satisfies Record<NightState, string>;

function NightRow({ night }: { night: Night }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = useNightWords();
  const did = words.counts(night);
  return (
    <>
      <span className={classes.name}>
        {words.name(night)}
        {night.state === 'done' && night.seenAt === null && <Chip tone="saffron">{t('nights.unread')}</Chip>}
      </span>
      <span className={classes.figures}>
        {night.endedAt !== null && <span>{formats.duration(night.endedAt - night.createdAt)}</span>}
        <Chip tone={nightTones[night.state]}>{t(`nightState.${night.state}`)}</Chip>
      </span>
      <span className={classes.did}>
        {[t('nights.conversations', { count: night.conversations }), did].filter(Boolean).join(' · ')}
      </span>
    </>
  );
}

/** Every night, newest first: one stop for Tab, arrows inside, Enter opens its report. */
export function NightList() {
  const { t } = useTranslation();
  const desk = useDesk();
  const nights = useStore(desk.nights, (area) => area.list?.nights) ?? [];
  const { list, move } = useListKeys({ isLong: true });
  return (
    <div className={classes.work}>
      <ul ref={list} className={classes.nights} aria-label={t('nights.title')}>
        {nights.map((night, index) => (
          <li key={night.id}>
            <UnstyledButton
              className={classes.night}
              tabIndex={index === 0 ? 0 : -1}
              onClick={() => void openNight(desk, night.id)}
              onKeyDown={move}
            >
              <NightRow night={night} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
