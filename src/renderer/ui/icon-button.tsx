import { ActionIcon, type ActionIconProps } from '@mantine/core';
import type { ComponentPropsWithRef, ComponentType } from 'react';
import type { IconProps } from '@tabler/icons-react';

export type IconType = ComponentType<IconProps>;

interface Props extends ActionIconProps, Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps> {
  icon: IconType;
  /** Said by a screen reader and shown on hover. */
  label: string;
  iconSize?: number;
}

/** A button that is an icon. Its hint is the browser's own: a floating one per button would weigh on long lists. */
export function IconButton({ icon: Icon, label, iconSize = 17, ...rest }: Props) {
  return (
    <ActionIcon aria-label={label} title={label} {...rest}>
      <Icon size={iconSize} stroke={1.75} aria-hidden />
    </ActionIcon>
  );
}
