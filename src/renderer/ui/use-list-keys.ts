import { useCallback, useRef, type KeyboardEvent } from 'react';

const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_index, count) => count - 1,
};
const pageSteps: typeof steps = {
  ...steps,
  PageDown: (index, count) => Math.min(index + 10, count - 1),
  PageUp: (index) => Math.max(index - 10, 0),
};

/** A list of buttons with one stop for Tab and arrows inside; `isLong`: Page Up and Down move by ten. */
export function useListKeys({ isLong = false } = {}) {
  const list = useRef<HTMLUListElement>(null);
  const move = useCallback(
    (event: KeyboardEvent) => {
      const step = (isLong ? pageSteps : steps)[event.key];
      const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
      const index = buttons.findIndex((button) => button === document.activeElement);
      if (step === undefined || index < 0) return;
      event.preventDefault();
      buttons[step(index, buttons.length)]?.focus();
    },
    [isLong],
  );
  return { list, move };
}
