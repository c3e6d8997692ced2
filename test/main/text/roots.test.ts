import { describe, expect, test } from 'vitest';
import { rootOf } from '../../../src/main/text/roots.ts';

describe('rootOf is one for the forms of a word', () => {
  test.each([
    ['id', 'menunggu nunggu ditunggu tunggu'],
    ['id', 'penipu ketipu ditipu penipuan menipu'],
    ['id', 'malu memalukan dipermalukan maluin'],
    ['id', 'kirim ngirim mengirimkan kirimin dikirim'],
    ['id', 'percaya kepercayaan mempercayai terpercaya'],
    ['id', 'kabari kabarin dikabari mengabari'],
    ['it', 'vergogno vergogna vergognarmi vergognata'],
    ['it', 'preoccupato preoccupatissima preoccupano preoccupazione'],
    ['it', 'stanco stanchi stanca'],
    ['it', 'fidarmi fidarsi fidata'],
    ['it', 'prendere prendete prendiamo'],
    ['en', 'worried worry worries worrying'],
    ['en', 'embarrassed embarrassing embarrassment'],
    ['en', 'plan planned planning'],
  ] as const)('%s: %s', (language, words) => {
    expect(new Set(words.split(' ').map((word) => rootOf(word, language))).size).toBe(1);
  });

  test.each([
    ['id', 'sewa kecewa'],
    ['it', 'casa caso'],
    ['en', 'trust thrust'],
  ] as const)('%s: not for %s', (language, words) => {
    expect(new Set(words.split(' ').map((word) => rootOf(word, language))).size).toBe(2);
  });

  test('short words and codes stay as they are', () => {
    expect(rootOf('tau', 'id')).toBe('tau');
    expect(rootOf('e28a', 'en')).toBe('e28a');
  });
});
