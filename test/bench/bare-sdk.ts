import Anthropic from '@anthropic-ai/sdk';

/** The official SDK as an app without this product would use it. */
export interface BareSdk {
  /** Streams one answer to its end; `performance.now()` of its first piece of text. */
  ask(body: unknown): Promise<{ firstTextAt: number }>;
}

export function openBareSdk(baseURL: string): BareSdk {
  const client = new Anthropic({ apiKey: 'bench-key', authToken: null, baseURL, logLevel: 'off' });
  return {
    async ask(body) {
      // What the simulator got from the product a moment ago.
      const events = await client.messages.create(body as Anthropic.MessageCreateParamsStreaming);
      let firstTextAt: number | null = null;
      for await (const event of events) {
        const isText = event.type === 'content_block_delta' && event.delta.type === 'text_delta';
        if (isText) firstTextAt ??= performance.now();
      }
      if (firstTextAt === null) throw new Error('The answer had no text.');
      return { firstTextAt };
    },
  };
}
