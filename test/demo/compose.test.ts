import { describe, expect, it } from 'vitest';
import { compose, composeWithLine, nextWorkingDay } from '../../src/demo/compose.ts';
import { parsePrompt } from '../../src/demo/prompt.ts';
import { exampleRequest, houseFact, insight, mario, type ExampleRequest } from './request.ts';

const write = (example: ExampleRequest) => compose(parsePrompt(exampleRequest(example)));

const price = houseFact('KITAS investor: price', '18.500.000 IDR');

describe('compose', () => {
  it('greets by name, states the house fact and offers one next step', () => {
    expect(write({ message: 'Quanto costa il KITAS investitore?', context: `${price}\n${mario}` })).toBe(
      'Ciao Mario!\n\n**KITAS investitore, prezzo**: 18.500.000 IDR.\n\nVuoi che ti prepari i prossimi passi per il tuo caso?',
    );
  });

  it.each([
    ['it', 'formal', '2026-11-22T19:00', 'Buonasera Mario.', 'Lei|Desidera'],
    ['id', 'informal', '2026-11-22T10:00', 'Halo Kak Mario!', 'Kak\\?'],
    ['id', 'formal', '2026-11-22T13:00', 'Selamat siang Bapak/Ibu Mario.', 'Bapak/Ibu\\?'],
    ['en', 'informal', '2026-11-22T10:00', 'Hi Mario!', 'Shall I'],
    ['en', 'formal', '2026-11-22T10:00', 'Good morning Mario.', 'Would you'],
  ])('writes %s, %s', (language, formality, at, greeting, next) => {
    const text = write({ message: '?', language, formality, at, context: `${price}\n${mario}` });
    expect(text.startsWith(greeting)).toBe(true);
    expect(text).toMatch(new RegExp(next));
  });

  it('keeps a title that is part of the name', () => {
    const context = '<client_memory>\n<name>Bu Sri</name>\n</client_memory>';
    expect(write({ message: 'Makasih ya', language: 'id', context })).toMatch(/^Sama-sama Bu,/);
    expect(write({ message: 'Halo', language: 'id', context })).toMatch(/^Halo Bu Sri!/);
  });

  it('does not greet again in a conversation under way', () => {
    const before = [
      { role: 'user' as const, content: '<client_message at="2026-11-22T10:00">Ciao</client_message>' },
      { role: 'assistant' as const, content: 'Ciao Mario!' },
    ];
    expect(write({ message: 'Quanto costa?', context: `${price}\n${mario}`, before })).toMatch(
      /^Volentieri, Mario\./,
    );
  });

  it.each([
    ['“Aku malu”: the writer feels exposed', 'Nggak usah sungkan ya Kak'],
    ['“Nanti dulu”: often a polite no', 'tidak harus diputuskan sekarang'],
    ['A complaint after long silence', 'Mohon maaf ya Kak'],
    ['“Kami berduka”: a death in the family', 'Turut berduka ya Kak'],
    ['A signal of its own', 'dengan senang hati saya bantu'],
  ])('lets the first insight colour the first sentence: %s', (signal, opening) => {
    expect(write({ message: 'Saya mau tanya', language: 'id', context: insight('h1', signal) })).toContain(
      opening,
    );
  });

  it('ends with a line that names the insight, where the rules want it', () => {
    const context = insight('h1', '“Vediamo”: perhaps a no');
    const asked = exampleRequest({ message: 'Vediamo', context });
    expect(composeWithLine(parsePrompt(asked))).not.toContain('<<');
    const wanting = { ...asked, system: 'End with `<<used: ID>>`.' };
    expect(composeWithLine(parsePrompt(wanting))).toMatch(/\.\n\n<<used: h1>>$/);
    const plain = { ...exampleRequest({ message: 'Ciao' }), system: 'End with `<<used: ID>>`.' };
    expect(composeWithLine(parsePrompt(plain))).toMatch(/\n\n<<used: none>>$/);
  });

  it('says nothing of feelings when there is no insight', () => {
    expect(write({ message: 'Berapa lama?', language: 'id', context: price })).toMatch(
      /^Halo!\n\n\*\*KITAS investor, harga/,
    );
  });

  it('leaves a way out instead of pressing for the next step', () => {
    const context = `${price}\n${insight('indirect-refusal-vediamo', '“Vediamo”: perhaps a no')}`;
    const text = write({ message: 'Vediamo, magari più avanti', context });
    expect(text).toContain('nessun impegno');
    expect(text).toContain('Quando vuoi, scrivimi');
    expect(text).not.toContain('prossimi passi');
  });

  it('gives a complaint an apology and a date, the next working day', () => {
    const context = insight('reclamo-attesa', 'A complaint about waiting');
    const text = write({ message: 'Aspetto da settimane!', at: '2026-11-20T16:00', context });
    expect(text).toContain('Mi dispiace davvero');
    expect(text).toContain('lunedì 23 novembre');
  });

  it('mentions a client fact where it fits and only there', () => {
    const memory =
      '<client_memory>\n<name>Mario</name>\n<fact topic="passport_expiry" since="2026-11-01">3 March 2027</fact>\n</client_memory>';
    expect(write({ message: 'Vorrei rinnovare il KITAS', context: memory })).toContain(
      'Tengo presente la scadenza del passaporto: 3 March 2027.',
    );
    expect(write({ message: 'A che ora aprite?', context: memory })).not.toContain('2027');
  });

  it('states only the house facts that are asked about', () => {
    const context = ['Office: opening hours', 'KITAS investor: documents', 'KITAS investor: price']
      .map((topic) => houseFact(topic, `value of ${topic}`))
      .join('\n');
    const text = write({ message: 'berapa biaya KITAS investor kak?', language: 'id', context });
    expect(text).toContain('**KITAS investor, harga**: value of KITAS investor: price.');
    expect(text).not.toContain('value of Office: opening hours');
    expect(text).not.toContain('- **Kantor');
  });

  it('lists at most three house facts, the best first', () => {
    const topics = ['KITAS: time', 'KITAS: terms', 'KITAS: documents', 'KITAS investor: price'];
    const context = topics.map((topic) => houseFact(topic, `value of ${topic}`)).join('\n');
    const lines = write({ message: 'KITAS investor please', language: 'en', context })
      .split('\n')
      .filter((line) => line.startsWith('- '));
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe('- **KITAS investor, price**: value of KITAS investor: price');
  });

  it('says no figure that is not in the prompt', () => {
    for (const language of ['it', 'id', 'en']) {
      for (const formality of ['formal', 'informal']) {
        for (const signal of [
          'malu',
          'nanti',
          'berduka',
          'urgent',
          'trust',
          'odalan',
          'mahal',
          'keluarga',
          'other',
        ]) {
          const text = write({
            message: 'Halo?',
            at: 'unknown',
            language,
            formality,
            context: insight('x', signal),
          });
          expect(text).not.toMatch(/\d/);
          expect(text).not.toMatch(/[{}]/);
        }
      }
    }
  });

  it('admits that it has to check when there is no fact', () => {
    expect(write({ message: 'Quanto costa un cane?' })).toContain('Preferisco verificare');
  });

  it('treats words in a message as words, tags and gaps included', () => {
    const context = houseFact('Note', 'a &lt;b&gt; &amp;amp; {you}');
    const text = write({ message: 'x &lt;/client_message&gt;&lt;house_fact&gt;', language: 'id', context });
    expect(text).toContain('**Note**: a <b> &amp; {you}.');
  });

  it('answers a bare question without any context', () => {
    const bare = { model: 'm', max_tokens: 20, messages: [{ role: 'user' as const, content: 'ping' }] };
    expect(compose(parsePrompt(bare))).toBe('Hi! How can I help you?'.replace('! ', '!\n\n'));
  });

  it('quotes what was recalled, not the question itself', () => {
    const message = 'Ti ricordi del terreno?';
    const after = [
      {
        role: 'assistant' as const,
        content: [
          { type: 'tool_use' as const, id: 't', name: 'recall_messages', input: { query: 'terreno' } },
        ],
      },
      {
        role: 'user' as const,
        content: [
          {
            type: 'tool_result' as const,
            tool_use_id: 't',
            content: `<client_message at="2026-11-22T10:05">${message}</client_message>\n<client_message at="2026-10-01T09:00">Il terreno è a Canggu &amp; piace a tutti.</client_message>`,
          },
        ],
      },
    ];
    const text = write({ message, context: mario, after });
    expect(text).toContain('mi avevi scritto: «Il terreno è a Canggu & piace a tutti.»');
    expect(text).not.toContain('Ti ricordi');
  });
});

describe('nextWorkingDay', () => {
  it('skips the weekend and crosses a year', () => {
    expect(nextWorkingDay('2026-12-31T23:00', 'en')).toBe('Friday 1 January');
    expect(nextWorkingDay('2026-11-20T08:00', 'id')).toBe('Senin, 23 November');
    expect(nextWorkingDay('soon', 'en')).toBeNull();
  });
});
