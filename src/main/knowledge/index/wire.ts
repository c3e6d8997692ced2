import type { ItemIds } from './vector-index.ts';

/** One item of Vectra's binary format. `vector` is reused for the next item. */
export interface WireItem extends ItemIds {
  readonly vector: Float32Array;
}

/** Wire types of protocol buffers, as far as Vectra's schema has them. */
const wireTypes = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;
/** Field numbers of Vectra's `index.proto`. */
const fields = { items: 3, metadata: 2, vector: 3, key: 1, value: 2, string: 1 } as const;

/**
 * The items of an index in Vectra's binary format, read in pieces that may cut an item anywhere. Vectra's own reader
 * makes a number object of each float and needs eight times the memory. Throws where the bytes are no such index or a
 * vector has another length.
 */
export function* readItems(pieces: Iterable<Uint8Array>, dimension: number): Generator<WireItem> {
  const vector = new Float32Array(dimension);
  let rest: Uint8Array = new Uint8Array(0);
  for (const piece of pieces) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const reader = new Reader(bytes);
    let start = 0;
    for (let field = reader.wholeField(); field; field = reader.wholeField()) {
      if (field.number === fields.items) yield readItem(reader.message(field), vector);
      start = reader.at;
    }
    rest = Buffer.from(bytes.subarray(start));
  }
  if (rest.length > 0) throw damaged('it ends in the middle of an item');
}

function readItem(reader: Reader, vector: Float32Array): WireItem {
  const metadata = new Map<string, string>();
  let isRead = false;
  while (reader.at < reader.end) {
    const field = reader.field();
    if (field.number === fields.metadata) readEntry(reader.message(field), metadata);
    if (field.number === fields.vector) {
      reader.floats(field, vector);
      isRead = true;
    }
  }
  const insightId = metadata.get('insightId');
  if (insightId === undefined || !isRead) throw damaged('an item lacks its insight or its vector');
  return { insightId, triggerId: metadata.get('triggerId') || null, vector };
}

function readEntry(reader: Reader, into: Map<string, string>): void {
  let key = '';
  let value: string | null = null;
  while (reader.at < reader.end) {
    const field = reader.field();
    if (field.number === fields.key) key = reader.text(field);
    if (field.number === fields.value) value = readValue(reader.message(field));
  }
  if (value !== null) into.set(key, value);
}

function readValue(reader: Reader): string | null {
  let value: string | null = null;
  while (reader.at < reader.end) {
    const field = reader.field();
    if (field.number === fields.string) value = reader.text(field);
  }
  return value;
}

/** `from` to `to`: the bytes of its content. */
interface Field {
  readonly number: number;
  readonly type: number;
  readonly from: number;
  readonly to: number;
}

class Reader {
  readonly #bytes: Buffer;
  readonly end: number;
  at: number;

  constructor(bytes: Uint8Array, from = 0, to = bytes.length) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = from;
    this.end = to;
  }

  /** The next field; the reader stands after it. Throws where it is cut. */
  field(): Field {
    const field = this.wholeField();
    if (!field) throw damaged('a field is longer than what holds it');
    return field;
  }

  /** The next field, or null where there is not all of it; the reader stays then. */
  wholeField(): Field | null {
    const start = this.at;
    const tag = this.#varint();
    const type = (tag ?? 0) & 7;
    const length = tag === null ? null : this.#contentLength(type);
    const from = this.at;
    if (tag === null || length === null || from + length > this.end) {
      this.at = start;
      return null;
    }
    this.at = from + length;
    return { number: tag >>> 3, type, from, to: this.at };
  }

  message(field: Field): Reader {
    expectBytes(field);
    return new Reader(this.#bytes, field.from, field.to);
  }

  text(field: Field): string {
    expectBytes(field);
    return this.#bytes.toString('utf8', field.from, field.to);
  }

  floats(field: Field, into: Float32Array): void {
    expectBytes(field);
    if (field.to - field.from !== into.byteLength) throw damaged('a vector has another length');
    new Uint8Array(into.buffer).set(this.#bytes.subarray(field.from, field.to));
  }

  /** Length of what follows a tag; a varint is read here. */
  #contentLength(type: number): number | null {
    if (type === wireTypes.bytes) return this.#varint();
    if (type === wireTypes.fixed64) return 8;
    if (type === wireTypes.fixed32) return 4;
    if (type === wireTypes.varint) return this.#varint() === null ? null : 0;
    throw damaged('it is no index');
  }

  /** Null at the end of the bytes. Lengths and tags stay far below 2^31. */
  #varint(): number | null {
    let value = 0;
    for (let shift = 0; this.at < this.end; shift += 7) {
      const byte = this.#bytes[this.at++] as number;
      if (shift > 28) throw damaged('a number is too long');
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
    return null;
  }
}

function expectBytes({ type }: Field): void {
  if (type !== wireTypes.bytes) throw damaged('a field has another type');
}

function damaged(what: string): Error {
  return new Error(`The index cannot be read: ${what}.`);
}
