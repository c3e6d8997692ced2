import { useCallback, useRef } from 'react';
import { takeFocus } from './take-focus.ts';

/**
 * For a form that stands in the place of a button: `onClosing` when it closes, `button` as the ref of the button that comes back,
 * which then takes the focus, once. Without it the keyboard would begin again at the top of the window.
 */
export function useReturnFocus() {
  const isDue = useRef(false);
  const onClosing = useCallback(() => {
    isDue.current = true;
  }, []);
  const button = useCallback((element: HTMLElement | null) => {
    if (element === null || !isDue.current) return;
    isDue.current = false;
    takeFocus(element);
  }, []);
  return { button, onClosing };
}
