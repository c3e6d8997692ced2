import type { enPrepare } from './en-prepare.ts';

export const itPrepare: typeof enPrepare = {
  prepare: {
    title: 'Prepara risposte',
    hint: 'LLaMA scrive in anticipo le risposte alle domande frequenti, in tre lingue, formali e informali. Ogni cifra viene dai dati dell’ufficio; ciò che non supera i controlli non viene mai detto.',
    variations: 'Risposte per ogni domanda',
    variationsHint: 'Tante formali e altrettante informali, in ogni lingua. I clienti le ricevono a turno.',
    enough: 'Ogni domanda ha abbastanza risposte.',
    start_one: 'Prepara {{answers}} risposta',
    start_other: 'Prepara {{answers}} risposte',
    progress_one: '{{taken}} risposta, {{over}} richieste su {{all}}',
    progress_other: '{{taken}} risposte, {{over}} richieste su {{all}}',
    ended_one: 'L’ultima volta è stata scritta {{taken}} risposta per {{cost}}.',
    ended_other: 'L’ultima volta sono state scritte {{taken}} risposte per {{cost}}.',
    cancelled_one: 'L’ultima volta l’hai concluso tu: {{taken}} risposta per {{cost}}, che resta.',
    cancelled_other: 'L’ultima volta l’hai concluso tu: {{taken}} risposte per {{cost}}, che restano.',
    notPassed_one: '{{count}} non ha superato i controlli.',
    notPassed_other: '{{count}} non hanno superato i controlli.',
    failed_one: '{{count}} richiesta non è riuscita: {{error}}',
    failed_other: '{{count}} richieste non sono riuscite: {{error}}',
    renews: 'Riscrivi ciò che cambia',
    renewsHint:
      'Quando un dato dell’ufficio cambia o scade, una domanda arriva con parole nuove o una risposta viene segnata come sbagliata, si richiedono di nuovo proprio quelle risposte.',
    renewing_one: '{{count}} richiesta per ciò che è cambiato è in corso.',
    renewing_other: '{{count}} richieste per ciò che è cambiato sono in corso.',
  },
  propose: {
    title: 'Proponi altre domande',
    hint: 'LLaMA scrive altri modi in cui i clienti fanno le tue domande, e indica le domande arrivate spesso senza una risposta pronta. Ciò che confonderebbe il confronto viene scartato. Le domande nuove ti aspettano sempre in «Da rivedere».',
    start: 'Proponi adesso',
    show: 'Mostra i lavori',
    started_one: '{{count}} richiesta in corso, {{questions}} su domande nuove.',
    started_other: '{{count}} richieste in corso, {{questions}} su domande nuove.',
  },
};
