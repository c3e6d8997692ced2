/**
 * Vectors in one piece of memory that threads share, so that a worker fills it and the main process searches it
 * without a copy. Each row is there twice: exact, and coarse as one byte a number, which is what a search reads first.
 */
export interface FlatVectors {
  readonly memory: WebAssembly.Memory;
  readonly capacity: number;
  readonly dimension: number;
  /** Rows in use, from the first on. */
  readonly count: number;
  /** No coarse row is longer. */
  readonly longest: number;
}

/** Puts rows in, in order. */
export interface FlatWriter {
  /** Returns false, and takes nothing, for a row with no direction (all zero) or with numbers that are none. */
  put(vector: Float32Array): boolean;
  /** What was put in until now. */
  vectors(): FlatVectors;
}

/** Where things lie in the memory. The search reads rows by fours and eight numbers at a time, so there is room for that. */
export interface FlatViews {
  readonly exact: Float32Array;
  readonly coarse: Int8Array;
  /** Bytes of a coarse row. */
  readonly width: number;
  /** A coarse row times its scale is nearly the exact one; `errors` has the length of the difference. */
  readonly scales: Float32Array;
  readonly errors: Float32Array;
  /** Room for a search: the query, and what the rows give with it. */
  readonly query: Int16Array;
  readonly scores: Float32Array;
}

/** The largest whole number of a coarse row. */
const coarseLevels = 127;
const pageBytes = 65_536;

/** Memory for so many rows. Throws RangeError where they do not fit (4 GB, two million rows of 384). */
export function openFlatWriter(capacity: number, dimension: number): FlatWriter {
  const pages = Math.max(1, Math.ceil(layoutOf(capacity, dimension).bytes / pageBytes));
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  const views = viewsOf({ memory, capacity, dimension });
  let count = 0;
  let longest = 0;
  return {
    put(vector) {
      const row = putRow(views, count, vector);
      if (row === null) return false;
      longest = Math.max(longest, row.length);
      count++;
      return true;
    },
    vectors: () => ({ memory, capacity, dimension, count, longest }),
  };
}

/** The parts of the memory as arrays. */
export function viewsOf({
  memory: { buffer },
  capacity,
  dimension,
}: Pick<FlatVectors, 'memory' | 'capacity' | 'dimension'>): FlatViews {
  const at = layoutOf(capacity, dimension);
  return {
    exact: new Float32Array(buffer, 0, capacity * dimension),
    coarse: new Int8Array(buffer, at.coarse, at.rows * at.width),
    width: at.width,
    scales: new Float32Array(buffer, at.scales, at.rows),
    errors: new Float32Array(buffer, at.errors, at.rows),
    query: new Int16Array(buffer, at.query, at.width),
    scores: new Float32Array(buffer, at.scores, at.rows),
  };
}

function layoutOf(capacity: number, dimension: number) {
  const rows = roundUp(capacity, 4);
  const width = roundUp(dimension, 8);
  const coarse = roundUp(capacity * dimension * 4, 16);
  const scales = roundUp(coarse + rows * width, 16);
  const errors = scales + rows * 4;
  const query = errors + rows * 4;
  const scores = query + width * 2;
  return { rows, width, coarse, scales, errors, query, scores, bytes: scores + rows * 4 };
}

function putRow(views: FlatViews, row: number, vector: Float32Array): { length: number } | null {
  let largest = 0;
  let square = 0;
  for (const value of vector) {
    largest = Math.max(largest, Math.abs(value));
    square += value * value;
  }
  if (!(square > 0 && Number.isFinite(square))) return null;
  views.exact.set(vector, row * vector.length);
  const scale = Math.fround(largest / coarseLevels);
  const start = row * views.width;
  let error = 0;
  for (let place = 0; place < vector.length; place++) {
    const value = vector[place] as number;
    const level = Math.max(-coarseLevels, Math.min(coarseLevels, Math.round(value / scale)));
    views.coarse[start + place] = level;
    error += (value - level * scale) ** 2;
  }
  views.scales[row] = scale;
  views.errors[row] = Math.sqrt(error);
  return { length: Math.sqrt(square) + Math.sqrt(error) };
}

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
