// The codec alone: Vectra's entry point loads language models with it, 100 MB that an index of vectors has no use for.
// Its `exports` forbid importing this file by name.
import { ProtobufCodec } from '../../../../node_modules/vectra/lib/codecs/ProtobufCodec.js';
import type { VectorItem } from './vector-index.ts';

/**
 * A part of an index in Vectra's binary format. Parts one after another are one index, because that is how protocol
 * buffers join, and so an index of any size is written with the memory of a part.
 */
export function encodePart(items: readonly VectorItem[]): Buffer {
  const codec = new ProtobufCodec();
  return codec.serializeIndex({ version: 1, metadata_config: {}, items: items.map(toIndexItem) });
}

function toIndexItem({ insightId, triggerId, vector }: VectorItem) {
  return {
    id: triggerId ?? insightId,
    metadata: { insightId, kind: triggerId ? 'trigger' : 'text', triggerId: triggerId ?? '' },
    vector: Array.from(vector),
    norm: Math.hypot(...vector),
  };
}
