import { Menu } from '@mantine/core';
import { IconBrain, IconBulb, IconCopy, IconRefresh, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../shared/message.ts';
import { copyText, fold, openOverlay } from '../desk/app-actions.ts';
import { useDesk } from '../desk/context.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useLayout } from '../ui/use-layout.ts';
import { regenerateReply } from './reply-actions.ts';
import { selectReply } from './timeline-actions.ts';

export function CopyButton({ text, size = 30 }: { text: string; size?: number }) {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <IconButton
      icon={IconCopy}
      size={size}
      iconSize={size > 26 ? 17 : 15}
      label={t('reply.copy')}
      onClick={() => void copyText(desk, text)}
    />
  );
}

/** Shows in the right pane what stands behind this reply, opening the pane where it is folded. */
export function WhyButton({ reply, size = 30 }: { reply: Reply; size?: number }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const layout = useLayout();
  const show = () => {
    selectReply(desk, reply.id);
    if (layout === 'wide') fold(desk, { isMemoryFolded: false });
    else openOverlay(desk, { kind: 'memory' });
  };
  return (
    <IconButton
      icon={IconBulb}
      size={size}
      iconSize={size > 26 ? 17 : 15}
      label={t('reply.why')}
      onClick={show}
    />
  );
}

export function RegenerateMenu({ reply }: { reply: Reply }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const again = (model: 'fast' | 'strong' | null) => void regenerateReply(desk, reply.id, model);
  return (
    <Menu>
      <Menu.Target>
        <IconButton icon={IconRefresh} label={t('reply.regenerate')} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconRefresh size={15} stroke={1.75} />} onClick={() => again(null)}>
          {t('reply.regenerate')}
        </Menu.Item>
        <Menu.Item leftSection={<IconSend size={15} stroke={1.75} />} onClick={() => again('fast')}>
          {t('reply.regenerateFast')}
        </Menu.Item>
        <Menu.Item leftSection={<IconBrain size={15} stroke={1.75} />} onClick={() => again('strong')}>
          {t('reply.regenerateStrong')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
