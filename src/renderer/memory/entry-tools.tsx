import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton, type IconType } from '../ui/icon-button.tsx';

interface EntryToolProps {
  icon: IconType;
  label: string;
  onClick: () => void;
}

/** One of the small tools beside a remembered value. */
export function EntryTool(props: EntryToolProps) {
  return <IconButton {...props} size={26} iconSize={15} />;
}

/** Locks a remembered value, or opens its lock. */
export function LockTool({ isLocked, onToggle }: { isLocked: boolean; onToggle: () => void }) {
  const { t } = useTranslation();
  return (
    <EntryTool
      icon={isLocked ? IconLockOpen : IconLock}
      label={t(isLocked ? 'jiwa.unlock' : 'jiwa.lock')}
      onClick={onToggle}
    />
  );
}
