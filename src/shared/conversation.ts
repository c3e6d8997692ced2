/** Where the client really wrote; the desk records it, live channels come later. */
export const channels = ['whatsapp', 'email', 'in_person', 'phone', 'other'] as const;
export type Channel = (typeof channels)[number];

/** Who or what ended a conversation. */
export type EndReason = 'button' | 'idle' | 'start';

export interface Conversation {
  readonly id: string;
  readonly clientId: string;
  readonly channel: Channel;
  readonly startedAt: number;
  /** Both null while the conversation is open. */
  readonly endedAt: number | null;
  readonly endReason: EndReason | null;
  /** Nothing of it is learnt. */
  readonly isTemporary: boolean;
}
