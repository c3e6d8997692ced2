/**
 * Vectors as flat arrays, which go from thread to thread without a copy. Each row is there twice: exact, and coarse as one
 * byte a number, which is what a search reads first. Arrays may be longer than their rows need.
 */
export interface FlatVectors {
  readonly count: number;
  readonly dimension: number;
  readonly exact: Float32Array;
  /** Rows of `width` bytes: room for whole groups of eight numbers, as the search reads them. */
  readonly coarse: Int8Array;
  readonly width: number;
  /** A coarse row times its scale is nearly the exact one; `errors` has the length of the difference. */
  readonly scales: Float32Array;
  readonly errors: Float32Array;
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

type RowArrays = Pick<FlatVectors, 'exact' | 'coarse' | 'width' | 'scales' | 'errors'>;

/** The largest whole number of a coarse row. */
const coarseLevels = 127;

/** Room for so many rows. Throws RangeError where there is none. */
export function openFlatWriter(capacity: number, dimension: number): FlatWriter {
  const width = Math.ceil(dimension / 8) * 8;
  const arrays = {
    exact: new Float32Array(capacity * dimension),
    coarse: new Int8Array(capacity * width),
    width,
    scales: new Float32Array(capacity),
    errors: new Float32Array(capacity),
  };
  let count = 0;
  let longest = 0;
  return {
    put(vector) {
      const length = putRow(arrays, count, vector);
      if (length === null) return false;
      longest = Math.max(longest, length);
      count++;
      return true;
    },
    vectors: () => ({ ...arrays, count, dimension, longest }),
  };
}

/** Returns how long the coarse row may be; null where the vector has no direction. By index, as it runs for every number. */
function putRow(arrays: RowArrays, row: number, vector: Float32Array): number | null {
  let largest = 0;
  let square = 0;
  for (let place = 0; place < vector.length; place++) {
    const value = vector[place] as number;
    const size = Math.abs(value);
    if (size > largest) largest = size;
    square += value * value;
  }
  if (!(square > 0 && Number.isFinite(square))) return null;
  arrays.exact.set(vector, row * vector.length);
  const scale = Math.fround(largest / coarseLevels);
  const error = putCoarse(arrays.coarse, row * arrays.width, vector, scale);
  arrays.scales[row] = scale;
  arrays.errors[row] = error;
  return Math.sqrt(square) + error;
}

/** Returns the length of what the coarse row leaves out. */
function putCoarse(coarse: Int8Array, start: number, vector: Float32Array, scale: number): number {
  // Numbers too small for a scale of their own are left out whole.
  const perUnit = scale > 0 ? 1 / scale : 0;
  let square = 0;
  for (let place = 0; place < vector.length; place++) {
    const value = vector[place] as number;
    const level = Math.min(coarseLevels, Math.max(-coarseLevels, Math.round(value * perUnit)));
    coarse[start + place] = level;
    const rest = value - level * scale;
    square += rest * rest;
  }
  return Math.sqrt(square);
}
