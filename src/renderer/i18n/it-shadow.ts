import type { enShadow } from './en-shadow.ts';

export const itShadow: typeof enShadow = {
  shadow: {
    title: 'Che cosa avrebbe scritto Claude',
    prepared: 'Risposta pronta',
    claude: 'Claude',
    failed: 'Da Claude non è arrivata nessuna risposta. Quella inviata o in bozza non cambia.',
    cut: 'Si è interrotta qui.',
    better: 'Qual è migliore?',
    preparedBetter: 'Quella pronta',
    claudeBetter: 'Quella di Claude',
    letClaude: 'D’ora in poi a questa domanda risponde Claude',
    isOff: 'A questa domanda risponde Claude.',
    usePrepared: 'Torna alle risposte pronte',
    compare: 'Ha risposto anche Claude: confronta',
    card: 'Confronto con Claude',
    cardHint:
      'Per una parte delle risposte pronte viene scritta anche la risposta di Claude, da confrontare. Arriva dopo che quella pronta è comparsa, non viene inviata a nessuno e costa quanto una risposta qualsiasi.',
    percent: 'Quota di risposte pronte, in percentuale',
    perQuestion: 'Per ogni domanda',
    question: 'Domanda',
    compared: 'Confronti',
    wonByPrepared: 'Meglio pronta',
    wonByClaude: 'Meglio Claude',
    cost: 'Costo',
    share: 'Quota',
    shareOf: 'Quota per «{{question}}», in percentuale; vuoto = come sopra',
    answersIt: 'Risposte pronte',
    switchOf: 'Risposte pronte per «{{question}}»',
    showAll: 'Mostra tutte le domande',
    none: 'Nessuna risposta pronta è stata ancora usata.',
  },
};
