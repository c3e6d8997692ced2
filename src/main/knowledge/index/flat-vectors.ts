/**
 * Vectors as flat arrays, which go from thread to thread without a copy. Each row is there twice: exact, and coarse as one
 * byte a number, which is what a search reads first. Arrays may be longer than their rows need.
 */
export interface FlatVectors {
  readonly count: number;
  readonly dimension: number;
  readonly exact: Float32Array;
  /** Rows of `width` bytes: room for whole groups of eight numbers, and of four rows, as the search reads them. */
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

/** The largest whole number of a coarse row. */
const coarseLevels = 127;

/** Room for so many rows. Throws RangeError where there is none. */
export function openFlatWriter(capacity: number, dimension: number): FlatWriter {
  const width = roundUp(dimension, 8);
  const arrays = {
    exact: new Float32Array(capacity * dimension),
    coarse: new Int8Array(roundUp(capacity, 4) * width),
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

/** Returns how long the coarse row may be; null where the vector has no direction. */
function putRow(
  arrays: Pick<FlatVectors, 'exact' | 'coarse' | 'width' | 'scales' | 'errors'>,
  row: number,
  vector: Float32Array,
): number | null {
  let largest = 0;
  let square = 0;
  for (const value of vector) {
    largest = Math.max(largest, Math.abs(value));
    square += value * value;
  }
  if (!(square > 0 && Number.isFinite(square))) return null;
  arrays.exact.set(vector, row * vector.length);
  const scale = Math.fround(largest / coarseLevels);
  const start = row * arrays.width;
  let error = 0;
  for (let place = 0; place < vector.length; place++) {
    const value = vector[place] as number;
    const level = Math.max(-coarseLevels, Math.min(coarseLevels, Math.round(value / scale)));
    arrays.coarse[start + place] = level;
    error += (value - level * scale) ** 2;
  }
  arrays.scales[row] = scale;
  arrays.errors[row] = Math.sqrt(error);
  return Math.sqrt(square) + Math.sqrt(error);
}

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
