import type { Desk } from '../desk/desk.ts';

/** Says what is wrong with something typed. Always false: it was not kept. */
export function refuse(desk: Desk, message: string): false {
  desk.tell({ kind: 'error', code: 'bad_input', message });
  return false;
}
