/** As a ref: what was just opened by a press takes the focus, so that one can type at once. */
export const takeFocus = (element: HTMLElement | null) => element?.focus({ preventScroll: true });
