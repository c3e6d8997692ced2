import type { enGenerate } from './en-generate.ts';

export const itGenerate: typeof enGenerate = {
  generate: {
    title: 'Genera conoscenze',
    hint: 'LLaMA scrive intuizioni culturali seguendo un piano: che cosa dicono i clienti, che cosa significa, come rispondere. Ognuna passa controlli di lingua, lunghezza, novità, rispetto e riservatezza.',
    target: 'Intuizioni da creare',
    targetHint: 'Ne arrivano meno se il piano si esaurisce; il lavoro lo dice.',
    goesTo: 'Quelle che passano',
    live: 'Sono subito al lavoro',
    review: 'Aspettano una persona',
    estimate: 'Circa {{minutes}} di GPU e {{cost}}, in {{batches}} richieste.',
    estimateFree: 'Circa {{minutes}} di GPU, in {{batches}} richieste. Nessun prezzo impostato.',
    fromRuns: 'Come è andata l’ultima volta.',
    fromUsual: 'Come di solito per un modello da 70B; la prima volta lo dirà meglio.',
    start: 'Genera {{target}} intuizioni',
    noEndpoint: 'Prima inserisci un endpoint qui sopra.',
    goOn: 'Continua',
    cancel: 'Concludi il lavoro',
    undo: 'Togli ciò che ha creato',
    progress: '{{taken}} intuizioni su {{target}}',
    rate: '{{rate}} al minuto',
    left: 'mancano {{time}}',
    soFar: '{{cost}} finora',
    yield: 'accettato il {{yield}} di ciò che è arrivato',
    rejected_one: '{{count}} scartata',
    rejected_other: '{{count}} scartate',
    stopped: 'Si è fermato: {{error}}',
    stoppedPlain: 'Si è fermato e aspetta te.',
    show: 'Mostra i suoi lavori',
    ended: {
      target: 'L’ultima volta l’obiettivo è stato raggiunto: {{taken}} intuizioni per {{cost}}.',
      dry: 'L’ultima volta si è concluso da solo: non arrivava quasi più nulla di nuovo. {{taken}} intuizioni per {{cost}}.',
      barren:
        'L’ultima volta si è concluso da solo: non arrivava quasi nulla di utilizzabile. Prova un altro modello. {{taken}} intuizioni per {{cost}}.',
      cancelled:
        'L’ultima volta l’hai concluso tu. Ha creato {{taken}} intuizioni per {{cost}}, che restano.',
    },
    undone: 'Ciò che l’ultimo lavoro aveva creato è stato tolto.',
  },
};
