import type { Gate } from './gate.ts';

/**
 * Asked in a running conversation only: stops a message that does not name its subject by itself. It must hold a type
 * (KITAS, NPWP …), or two meanings of which one is more than an aspect ("where" + "office").
 */
export const ellipsis: Gate = ({ atoms }) => {
  const named = atoms.filter(({ role }) => role !== 'action');
  const isNamed =
    named.some(({ role }) => role === 'type') ||
    (named.length >= 2 && named.some(({ role }) => role !== 'aspect'));
  return isNamed ? null : 'what it is about lies in the conversation';
};
