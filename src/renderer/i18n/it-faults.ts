import type { enFaults } from './en-faults.ts';

export const itFaults: typeof enFaults = {
  broken: {
    title: 'Questa finestra si è inceppata',
    text: 'Si è rotto qualcosa solo sullo schermo. Clienti e messaggi sono al sicuro: stanno da un’altra parte.',
    again: 'Mostra di nuovo',
  },
  fault: {
    no_key:
      'Manca la chiave di Claude. Il messaggio è salvo. Aggiungi la chiave nelle impostazioni, poi riprova.',
    invalid_key:
      'Claude non accetta la chiave. Il messaggio è salvo. Controlla la chiave nelle impostazioni.',
    no_network: 'Claude non è raggiungibile. Il messaggio è salvo. Controlla la rete, poi riprova.',
    rate_limited: 'Troppe richieste: Claude chiede una pausa. Il messaggio è salvo. Riprova fra un minuto.',
    overloaded: 'In questo momento Claude è sovraccarico. Il messaggio è salvo. Riprova fra qualche minuto.',
    timed_out: 'Claude ci ha messo troppo a rispondere. Il messaggio è salvo. Riprova.',
    stalled: 'La risposta si è fermata a metà. Il testo arrivato è salvo. Completalo tu o riprova.',
    stream_broken: 'La connessione è caduta a metà. Il testo arrivato è salvo. Completalo tu o riprova.',
    server_error: 'Claude ha avuto un problema dalla sua parte. Il messaggio è salvo. Riprova fra un minuto.',
    bad_request:
      'Claude non ha accettato la richiesta. Il messaggio è salvo. Controlla i modelli nelle impostazioni.',
    refused: 'Claude ha preferito non rispondere. Il messaggio è salvo. Scrivi tu la risposta o riprova.',
    out_of_tokens:
      'La risposta ha raggiunto il limite di lunghezza. Il testo arrivato è salvo. Completalo tu o riprova.',
    tool_loop: 'Claude ha continuato a cercare senza rispondere. Il messaggio è salvo. Riprova.',
    interrupted:
      'L’app si è chiusa mentre la risposta veniva scritta. Il testo arrivato è salvo. Completalo tu o riprova.',
    internal: 'Qualcosa si è rotto nell’app. Il messaggio è salvo. Riprova; i dettagli sono nel registro.',
  },
  error: {
    bad_input: 'Scritto così non si può salvare. Non è cambiato niente. Controlla e riprova.',
    not_found: 'Questo non c’è più. Il resto non è cambiato.',
    conflict:
      'Nel frattempo qualcosa è cambiato. Non è stato sovrascritto niente. Guarda com’è adesso, poi riprova.',
    data_folder_in_use:
      'Quella cartella è usata da un altro Jiwa Desk. Non è stato spostato niente. Scegline un’altra.',
    database_from_future:
      'Questi dati vengono da un Jiwa Desk più recente. Non sono stati toccati. Aggiorna l’app.',
    file_unreadable:
      'Non è stato possibile leggere un file. Non è cambiato niente. Controlla la cartella e i permessi.',
    embedder_unreachable:
      'Il server che misura il significato non è utilizzabile. Non si è perso niente: finché manca, decidono solo le parole. Controlla indirizzo e modello nelle impostazioni, poi ricostruisci l’indice.',
    untrusted_sender: 'La richiesta è stata respinta per sicurezza. Non è cambiato niente. Riavvia l’app.',
    internal:
      'Qualcosa si è rotto nell’app. Quello che avevi è salvo. Riprova; i dettagli sono nel registro.',
    title: 'Non ha funzionato',
  },
  notice: {
    conversation_ended: 'Conversazione conclusa.',
    conversation_idle: 'Conversazione conclusa dopo un lungo silenzio.',
    fact_removed: 'Fatto rimosso dalla memoria.',
    jiwa_cleared: 'Campo svuotato.',
    marked_wrong: 'Segnata come risposta sbagliata.',
    review_approved_one: '{{count}} approvata.',
    review_approved_other: '{{count}} approvate.',
    review_rejected_one: '{{count}} rifiutata.',
    review_rejected_other: '{{count}} rifiutate.',
    review_undone: 'Annullato.',
    review_kept: 'Annullato, tranne ciò che nel frattempo è cambiato.',
    question_off: 'D’ora in poi a questa domanda risponde Claude.',
    copied: 'Copiato.',
    client_forgotten: 'Dimenticato. Di questo cliente non resta più niente.',
    index_rebuilt: 'L’indice è stato ricostruito.',
    model_ready: 'Il modello è pronto: ora il significato lo misura lui.',
  },
};
