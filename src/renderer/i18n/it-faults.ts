import type { enFaults } from './en-faults.ts';

export const itFaults: typeof enFaults = {
  fault: {
    no_key:
      'Manca la chiave di Claude. Il messaggio è conservato. Aggiungi la chiave nelle impostazioni, poi riprova.',
    invalid_key:
      'Claude non accetta la chiave. Il messaggio è conservato. Controlla la chiave nelle impostazioni.',
    no_network: 'Claude non è raggiungibile. Il messaggio è conservato. Controlla la rete, poi riprova.',
    rate_limited:
      'Claude chiede una pausa: troppe richieste. Il messaggio è conservato. Riprova fra un minuto.',
    overloaded: 'Claude è sovraccarico. Il messaggio è conservato. Riprova fra qualche minuto.',
    timed_out: 'Claude non ha risposto in tempo. Il messaggio è conservato. Riprova.',
    stalled: 'La risposta si è fermata a metà. Ciò che era arrivato è conservato. Completala tu o riprova.',
    stream_broken:
      'La connessione è caduta a metà. Ciò che era arrivato è conservato. Completala tu o riprova.',
    server_error: 'Claude ha avuto un guasto. Il messaggio è conservato. Riprova fra un minuto.',
    bad_request:
      'Claude non ha accettato la richiesta. Il messaggio è conservato. Controlla i modelli nelle impostazioni.',
    refused: 'Claude ha rifiutato di rispondere. Il messaggio è conservato. Scrivi tu la risposta o riprova.',
    out_of_tokens:
      'La risposta ha raggiunto il limite di lunghezza. Ciò che era arrivato è conservato. Completala tu o riprova.',
    tool_loop: 'Claude ha continuato a consultare senza rispondere. Il messaggio è conservato. Riprova.',
    interrupted: 'L’app si è chiusa durante la scrittura. Ciò che era arrivato è conservato. Riprova.',
    internal: 'Qualcosa si è rotto nell’app. Il messaggio è conservato. Riprova; il registro dice di più.',
  },
  error: {
    bad_input: 'Così non si può conservare. Niente è cambiato. Controlla e riprova.',
    not_found: 'Non c’è più. Nient’altro è cambiato.',
    conflict: 'Nel frattempo è stato cambiato o bloccato. Niente è stato sovrascritto. Guardalo di nuovo.',
    data_folder_in_use:
      'Quella cartella è usata da un altro Jiwa Desk. Niente è stato spostato. Scegline un’altra.',
    database_from_future: 'Questi dati vengono da un Jiwa Desk più nuovo. Sono intatti. Aggiorna l’app.',
    file_unreadable: 'Un file non si può leggere. Niente è cambiato. Controlla la cartella e i permessi.',
    untrusted_sender: 'La richiesta è stata respinta per sicurezza. Niente è cambiato. Riavvia l’app.',
    internal:
      'Qualcosa si è rotto nell’app. Quello che avevi è conservato. Riprova; il registro dice di più.',
    title: 'Non è riuscito',
  },
  notice: {
    conversation_ended: 'Conversazione conclusa.',
    fact_removed: 'Fatto tolto.',
    jiwa_cleared: 'Campo svuotato.',
    copied: 'Copiato.',
    client_forgotten: 'Dimenticato. Di questo cliente non resta niente.',
    saved: 'Salvato.',
    index_rebuilt: 'L’indice è stato ricostruito.',
  },
};
