import { ActionIcon, Tooltip, type ActionIconProps } from '@mantine/core';
import type { ComponentPropsWithRef, ComponentType } from 'react';
import type { IconProps } from '@tabler/icons-react';

export type IconType = ComponentType<IconProps>;

interface Props extends ActionIconProps, Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps> {
  icon: IconType;
  /** Said by a screen reader and shown on hover. */
  label: string;
  iconSize?: number;
}

/** A button that is an icon; its words are in the tooltip and the label. */
export function IconButton({ icon: Icon, label, iconSize = 17, ...rest }: Props) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} {...rest}>
        <Icon size={iconSize} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
