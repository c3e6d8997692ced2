import { DAY, MINUTE } from '../shared/time.ts';
import type { ClientSeed } from './client-seed.ts';

export const mario: ClientSeed = {
  name: 'Mario Rinaldi',
  addressAs: null,
  language: 'it',
  formality: 'informal',
  conversations: [
    {
      channel: 'email',
      isEnded: true,
      messages: [
        {
          by: 'client',
          ago: 41 * DAY,
          text: 'Buongiorno, sono Mario, scrivo da Bologna. Con mia moglie Chiara e nostra figlia stiamo preparando il trasferimento a Bali.',
        },
        {
          by: 'desk',
          ago: 41 * DAY - 20 * MINUTE,
          text: 'Ciao Mario, che bella decisione! Raccontami che cosa avete in mente e partiamo da lì, con calma.',
        },
        {
          by: 'client',
          ago: 40 * DAY,
          text: 'Il sogno è un laboratorio di ceramica sostenibile, che dia lavoro anche a qualcuno del posto. Però la burocrazia mi spaventa: in Italia mi ha già fermato un progetto.',
        },
        {
          by: 'desk',
          ago: 40 * DAY - 35 * MINUTE,
          text: 'Ti capisco. I passaggi non sono pochi, ma hanno un ordine: te li scrivo uno per uno e li seguo con te, così sai sempre a che punto siamo.',
        },
      ],
    },
    {
      channel: 'whatsapp',
      isEnded: true,
      messages: [
        {
          by: 'client',
          ago: 12 * DAY,
          text: 'Grazie per lo schema, chiarissimo! Preferisco così, spiegato passo per passo, anche se ci vuole di più.',
        },
        {
          by: 'desk',
          ago: 12 * DAY - 9 * MINUTE,
          text: 'Felice che sia utile! Allora andiamo avanti così. Intanto controlla quando scade il passaporto.',
        },
        {
          by: 'client',
          ago: 12 * DAY - 15 * MINUTE,
          text: 'Controllato: il passaporto scade il 3 marzo 2027. Ci penso io a rinnovarlo in tempo.',
        },
        {
          by: 'desk',
          ago: 12 * DAY - 22 * MINUTE,
          text: 'Perfetto, segnato. Quando sei pronto parliamo del permesso e della società.',
        },
      ],
    },
    {
      channel: 'whatsapp',
      isEnded: false,
      messages: [
        {
          by: 'client',
          ago: 50 * MINUTE,
          text: 'Eccomi! Siamo entusiasti, ma ti confesso che ho paura di buttare via tutto se sbaglio i conti.',
        },
        {
          by: 'desk',
          ago: 44 * MINUTE,
          text: 'È una paura sana, Mario. Mettiamo i costi nero su bianco prima di ogni firma, così decidi a mente serena.',
        },
      ],
    },
  ],
  facts: [
    { topic: 'languages', value: 'Italiano, un po’ d’inglese', quote: null },
    {
      topic: 'interests',
      value: 'ceramica sostenibile, PT PMA',
      quote: 'Il sogno è un laboratorio di ceramica sostenibile',
    },
    { topic: 'family', value: 'moglie Chiara, una figlia', quote: 'Con mia moglie Chiara e nostra figlia' },
    {
      topic: 'passport_expiry',
      value: '3 marzo 2027',
      quote: 'il passaporto scade il 3 marzo 2027',
    },
  ],
  jiwa: [
    {
      field: 'life_phase',
      value: 'Prepara il trasferimento con la famiglia',
      confidence: 0.9,
      quote: 'stiamo preparando il trasferimento a Bali',
    },
    {
      field: 'emotional_state',
      value: 'Speranzoso, scottato da un progetto fermato',
      confidence: 0.6,
      quote: 'in Italia mi ha già fermato un progetto',
    },
    {
      field: 'dreams',
      value: 'Un’attività sostenibile a Bali',
      confidence: 0.9,
      quote: 'un laboratorio di ceramica sostenibile',
    },
    {
      field: 'anxieties',
      value: 'Burocrazia, costi, l’ignoto',
      confidence: 0.75,
      quote: 'la burocrazia mi spaventa',
    },
    {
      field: 'communication_preference',
      value: 'Spiegazioni complete, passo per passo',
      confidence: 0.95,
      quote: 'spiegato passo per passo, anche se ci vuole di più',
      isLocked: true,
    },
    {
      field: 'trust_level',
      value: 'In crescita, fa molte domande',
      confidence: 0.8,
      quote: 'Grazie per lo schema, chiarissimo!',
    },
    {
      field: 'emotional_state',
      value: 'Entusiasta, in ansia per i costi',
      confidence: 0.75,
      quote: 'ho paura di buttare via tutto',
    },
  ],
};
