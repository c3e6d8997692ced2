import { describe, expect, test } from 'vitest';
import { parseRows } from '../../../../src/main/text/lexicon/rows.ts';

const header = 'concept\tbroader\tkind\topposite\tid\tit\ten';
const file = (...lines: string[]) => [{ name: 'feelings.tsv', text: [header, ...lines].join('\n') }];
const complaint = (...lines: string[]): string => {
  try {
    parseRows(file(...lines));
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was complained about');
};

test('reads columns and forms, and skips notes and empty lines', () => {
  const rows = parseRows(
    file(
      '# notes',
      '',
      'shame\t-\tsignal\t-\tmalu | isin\tmi vergogno | vergogn*\tashamed',
      'price\t-\tplain\t-\tharga\tcosta\t-',
    ),
  );
  expect(rows).toEqual([
    {
      name: 'shame',
      broader: null,
      opposite: null,
      isPlain: false,
      forms: { id: ['malu', 'isin'], it: ['mi vergogno', 'vergogn*'], en: ['ashamed'] },
      place: 'feelings.tsv, line 4',
    },
    expect.objectContaining({
      name: 'price',
      isPlain: true,
      forms: { id: ['harga'], it: ['costa'], en: [] },
    }),
  ]);
});

describe('names file, line, what is wrong and what to do', () => {
  test.each([
    [['shame\tsignal\tmalu'], 'feelings.tsv, line 2: has 3 columns; write 7'],
    [['Big Shame\t-\tsignal\t-\tmalu\tvergogna\tshame'], 'line 2: “Big Shame” is no name of a concept'],
    [['shame\t-\tstrong\t-\tmalu\tvergogna\tshame'], 'kind “strong” is unknown; write signal or plain'],
    [['shame\t-\tsignal\t-\tma*\tvergogna\tshame'], '“ma*” is too short before its *'],
    [['shame\t-\tsignal\t-\tmalu* banget\tvergogna\tshame'], 'a * that is not the end of a single word'],
    [['shame\t-\tsignal\t-\ta b c d e\tvergogna\tshame'], 'has more than 4 words'],
    [['shame\tfeelings\tsignal\t-\tmalu\tvergogna\tshame'], 'the broader concept “feelings” is no row'],
    [['shame\t-\tsignal\tpride\tmalu\tvergogna\tshame'], 'the opposite “pride” is no row'],
    [
      ['shame\t-\tsignal\tpride\tmalu\tvergogna\tshame', 'pride\t-\tsignal\t-\tbangga\tfiero\tproud'],
      'line 2: “pride” does not name “shame” as its opposite; name it there (feelings.tsv, line 3)',
    ],
    [
      ['shame\t-\tsignal\t-\tmalu\tvergogna\tshame', 'shame\t-\tsignal\t-\tisin\tvergogna\tashamed'],
      'line 3: “shame” stands in feelings.tsv, line 2 already',
    ],
  ])('%j', (lines, expected) => {
    expect(complaint(...lines)).toContain(expected);
  });

  test('of a file without its header', () => {
    expect(() => parseRows([{ name: 'money.tsv', text: 'shame\t-' }])).toThrow(
      /money\.tsv, line 1: must be the header/,
    );
  });

  test('but not of more than twenty lines', () => {
    const message = complaint(...Array.from({ length: 30 }, () => 'x'));
    expect(message.split('\n')).toHaveLength(22);
    expect(message).toContain('… and 10 more');
  });
});
