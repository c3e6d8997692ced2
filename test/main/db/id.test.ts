import { describe, expect, it } from 'vitest';
import { newId } from '../../../src/main/db/id.ts';

describe('ids', () => {
  it('sort in the order they were made, also within a millisecond', () => {
    const ids = Array.from({ length: 5_000 }, newId);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
