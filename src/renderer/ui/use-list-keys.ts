import { useCallback, useRef, type KeyboardEvent } from 'react';

/** How many rows further down a key goes. */
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};
/** The same in a list longer than the window. */
export const longSteps: typeof steps = { ...steps, PageDown: 10, PageUp: -10 };

/** A list of buttons with one stop for Tab and arrows inside; `isLong`: Page Up and Down move by ten. */
export function useListKeys({ isLong = false } = {}) {
  const list = useRef<HTMLUListElement>(null);
  const move = useCallback(
    (event: KeyboardEvent) => {
      const by = (isLong ? longSteps : steps)[event.key];
      const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
      const index = buttons.findIndex((button) => button === document.activeElement);
      if (by === undefined || index < 0) return;
      event.preventDefault();
      buttons[Math.min(buttons.length - 1, Math.max(0, index + by))]?.focus();
    },
    [isLong],
  );
  return { list, move };
}
