import { describe, expect, it } from 'vitest';
import { chooseModel } from '../../../src/main/chat/model-choice.ts';

describe('the choice of the model', () => {
  it.each([
    ['Quanto costa il KITAS investitore?', 'default'],
    ['Kak, berapa lama prosesnya ya?', 'default'],
    ['Hi, where is your office?', 'default'],
    ['Ciao come stai? Quanto costa?', 'default'],
    ['Saya takut dideportasi kak', 'distress'],
    ['Ho paura che mi espellano', 'distress'],
    ["I'm panicking... please help", 'distress'],
    ['Jujur saya kecewa, sudah sebulan tidak ada kabar', 'complaint'],
    ['Così non va, è inaccettabile', 'complaint'],
    ['I want a refund', 'complaint'],
    ['Che vergogna, un mese senza risposta', 'complaint'],
    ['Mi vergogno un po’ a chiederlo', 'default'],
    ['Bagaimana pajak penghasilan saya?', 'legal_or_tax'],
    ['Devo pagare le tasse in Indonesia', 'legal_or_tax'],
    ['Can you check my lease contract', 'legal_or_tax'],
    ['Berapa harganya? Berapa lama? Dokumennya apa?', 'several_questions'],
    [
      `${'Vorrei capire bene come funziona il rinnovo del visto. '.repeat(4)}Quanto costa? E quanto dura?`,
      'several_questions',
    ],
    ['Allora le racconto un poco della mia situazione. '.repeat(14), 'long_message'],
  ] as const)('%s', (text, reason) => {
    expect(chooseModel(text)).toEqual({ model: reason === 'default' ? 'fast' : 'strong', reason });
  });

  it('puts distress before everything else', () => {
    expect(chooseModel('Ho paura per le tasse, è inaccettabile? E poi? E ora?').reason).toBe('distress');
  });

  it('does not find words inside other words', () => {
    expect(chooseModel('Ci vediamo a Flawless cafe, lawang sewu, taxi pronto').reason).toBe('default');
  });
});
