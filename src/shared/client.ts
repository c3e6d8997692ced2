import type { Language } from './language.ts';

/** How a client is addressed: tu / Lei, Kak / Bapak, casual / formal. */
export const formalities = ['informal', 'formal'] as const;
export type Formality = (typeof formalities)[number];

export interface Client {
  readonly id: string;
  readonly name: string;
  /** What stands in a greeting ("Pak Wayan", "Giulia"); null = the first word of the name. */
  readonly addressAs: string | null;
  readonly language: Language;
  readonly formality: Formality;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** One row of the client list. */
export interface ClientRow extends Client {
  readonly lastMessage: {
    readonly text: string;
    readonly at: number;
    readonly author: 'client' | 'desk';
  } | null;
  /** A reply waits as a draft, or a client's message has no reply. */
  readonly isWaiting: boolean;
}

/** The name that stands in a greeting. */
export function greetingName(client: Pick<Client, 'name' | 'addressAs'>): string {
  return client.addressAs ?? client.name.trim().split(/\s+/)[0] ?? client.name;
}

/** All that a client may be called. */
export function namesOf({ name, addressAs }: Pick<Client, 'name' | 'addressAs'>): string[] {
  return addressAs === null ? [name] : [name, addressAs];
}
