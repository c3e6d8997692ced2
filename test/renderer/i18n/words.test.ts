import { describe, expect, it as test } from 'vitest';
import { llamaFaultCodes } from '../../../src/shared/endpoint.ts';
import { faultCodes } from '../../../src/shared/fault.ts';
import { en } from '../../../src/renderer/i18n/en.ts';
import { id } from '../../../src/renderer/i18n/id.ts';
import { openWords } from '../../../src/renderer/i18n/i18n.ts';
import { it } from '../../../src/renderer/i18n/it.ts';

type Tree = { readonly [key: string]: string | Tree };

function flat(tree: Tree, prefix = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe.each([
  ['Italian', it],
  ['Indonesian', id],
])('the words in %s', (_name, words) => {
  const english = flat(en);
  const other = flat(words);

  test('are as many as in English, under the same names', () => {
    expect([...other.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('have the same placeholders', () => {
    const differing = [...english].filter(
      ([key, text]) => String(placeholders(text)) !== String(placeholders(other.get(key) ?? '')),
    );
    expect(differing).toEqual([]);
  });

  test('are none of them empty', () => {
    expect([...other].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('are translated: sentences differ from the English ones', () => {
    const same = [...english].filter(([key, text]) => text.split(' ').length > 3 && other.get(key) === text);
    expect(same).toEqual([]);
  });
});

test('every fault has its words', () => {
  expect(Object.keys(en.endpointFault).sort()).toEqual([...llamaFaultCodes].sort());
  expect(Object.keys(en.fault).sort()).toEqual([...faultCodes].sort());
});

test('names and quotes are shown as they are, not escaped twice', () => {
  const words = openWords('en');
  expect(words.t('clients.you', { text: 'a <b> & "c"' })).toBe('You: a <b> & "c"');
});

test('one and many are told apart where the language does', () => {
  expect(openWords('it').t('reply.insights', { count: 1 })).toBe('1 intuizione');
  expect(openWords('it').t('reply.insights', { count: 2 })).toBe('2 intuizioni');
  expect(openWords('id').t('reply.insights', { count: 2 })).toBe('2 wawasan');
});
