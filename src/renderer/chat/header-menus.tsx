import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/client.ts';
import { channels } from '../../shared/conversation.ts';
import { openOverlay } from '../desk/app-actions.ts';
import { useDesk, useTimeline } from '../desk/context.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { chooseChannel } from './timeline-actions.ts';
import classes from './conversation-header.module.css';

/** Where the client wrote. */
export function ChannelMenu() {
  const { t } = useTranslation();
  const desk = useDesk();
  const channel = useTimeline((area) => area.channel);
  const label = t(`channel.${channel}`);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton
          className={classes.channel}
          aria-label={t('conversation.channel', { channel: label })}
        >
          {label}
          <IconChevronDown size={12} stroke={1.75} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {channels.map((value) => (
          <Menu.Item key={value} onClick={() => void chooseChannel(desk, value)}>
            {t(`channel.${value}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What can be done with a client. */
export function ClientMenu({ client }: { client: Client }) {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <Menu>
      <Menu.Target>
        <IconButton icon={IconDots} label={t('client.actions')} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPencil size={15} stroke={1.75} />}
          onClick={() => openOverlay(desk, { kind: 'edit_client', client })}
        >
          {t('client.edit')}
        </Menu.Item>
        <Menu.Item
          className={classes.danger ?? ''}
          leftSection={<IconTrash size={15} stroke={1.75} />}
          onClick={() => openOverlay(desk, { kind: 'forget_client', client })}
        >
          {t('client.forget')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
