import { IconFlag, IconFlagFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../shared/message.ts';
import { useDesk } from '../desk/context.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { markWrong } from './reply-actions.ts';

/** The consultant's word that a prepared answer is wrong for its message; pressed again, it is taken back. */
export function WrongButton({ reply, size = 30 }: { reply: Reply; size?: number }) {
  const { t } = useTranslation();
  const desk = useDesk();
  if (reply.source !== 'prepared') return null;
  const isWrong = reply.isMarkedWrong;
  return (
    <IconButton
      icon={isWrong ? IconFlagFilled : IconFlag}
      size={size}
      iconSize={size > 26 ? 17 : 15}
      {...(isWrong ? { color: 'clay' } : {})}
      label={t(isWrong ? 'check.marked' : 'check.mark')}
      aria-pressed={isWrong}
      onClick={() => void markWrong(desk, reply.id, !isWrong)}
    />
  );
}
