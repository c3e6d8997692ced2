import { createStore } from 'zustand/vanilla';
import type { ReplyDetails } from '../../shared/message.ts';

export interface DetailsArea {
  /** What is known of the replies that were looked at. */
  readonly byReply: Readonly<Record<string, ReplyDetails>>;
}

export const createDetailsStore = () => createStore<DetailsArea>(() => ({ byReply: {} }));
