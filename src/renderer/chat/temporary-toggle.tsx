import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDesk, useTimeline } from '../desk/context.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { chooseTemporary } from './timeline-actions.ts';
import { openConversation } from './timeline-store.ts';
import classes from './conversation-header.module.css';

/** Whether anything is learnt of the conversation: of the open one, or of the one that begins next. */
export function TemporaryToggle() {
  const { t } = useTranslation();
  const desk = useDesk();
  const isOn = useTimeline((area) => openConversation(area)?.isTemporary ?? area.isNextTemporary);
  return (
    <IconButton
      icon={IconEyeOff}
      label={t('ending.makeTemporary')}
      aria-pressed={isOn}
      className={classes.temporary ?? ''}
      onClick={() => void chooseTemporary(desk, !isOn)}
    />
  );
}
