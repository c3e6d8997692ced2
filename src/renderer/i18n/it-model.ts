import type { enModel } from './en-model.ts';

export const itModel: typeof enModel = {
  embedder: {
    title: 'Come si misura il significato',
    hint: 'Decide quali intuizioni si trovano quando qualcuno scrive con altre parole o in un’altra lingua.',
    builtin: 'Integrato',
    builtinHint: 'Funziona subito e senza rete.',
    local: 'Un modello su questo computer',
    localHint:
      'Capisce meglio altre parole e altre lingue. Si scarica una volta sola, circa 135 MB, e poi non serve la rete: nessun testo lascia questo computer. Occupa fino a 0,8 GB di memoria mentre l’app è aperta.',
    remote: 'Un tuo server',
    remoteHint:
      'Un server che parla il protocollo degli embedding di OpenAI. I testi dei messaggi arrivano lì.',
    url: 'Indirizzo del server',
    serverModel: 'Modello sul server',
    key: 'Chiave del server',
    keyHint: 'Solo se il server la chiede.',
    keyNone: 'Nessuna chiave.',
    keyEnvironment: 'Presa dalla variabile JIWA_EMBEDDER_KEY.',
  },
  model: {
    download: 'Scarica e usa',
    downloadSize: 'Scarica {{size}} e usa',
    goOn: 'Continua',
    again: 'Riprova',
    cancel: 'Annulla',
    remove: 'Elimina i suoi file',
    progress: '{{bytes}} di {{total}}',
    asking: 'Si chiede all’hub che cosa c’è da scaricare',
    checking: 'C’è tutto; ora lo si mette alla prova',
    meanwhile: 'Finché non è pronto, c’è quello integrato.',
    partial: '{{bytes}} sono già qui.',
    ready: 'Su questo computer, {{total}}.',
    unused: 'I suoi file sono ancora qui: {{total}}.',
    unreachable: 'L’hub in questo momento non si raggiunge.',
    name: 'Modello',
    nameHint: 'Proprietario e nome sull’hub. Servono i pesi per ONNX.',
    hub: 'Indirizzo dell’hub',
    hubHint: 'Se è vuoto vale huggingface.co; oppure l’indirizzo di un mirror.',
    other: 'Un altro modello o un altro hub',
    offerTitle: 'Un senso più fine del significato',
    offerText:
      'Puoi scaricare ora un modello, {{size}}. Trova l’intuizione giusta anche quando un cliente la dice con altre parole o in un’altra lingua. Poi funziona senza rete, e nessun testo lascia questo computer.',
    offerTake: 'Scarica in sottofondo',
    offerLater: 'Non ora',
    offerTaken:
      'Sta arrivando in sottofondo. Puoi cominciare; a che punto è lo vedi in Impostazioni, Conoscenze.',
  },
  modelFault: {
    no_network:
      'L’hub non si raggiunge. Quanto è stato scaricato resta, e c’è quello integrato. Controlla la rete e riprova.',
    not_found:
      'L’hub non ha questo modello, o non nella forma che serve. C’è quello integrato. Controlla il nome del modello e l’indirizzo dell’hub.',
    refused: 'L’hub ha rifiutato. Quanto è stato scaricato resta, e c’è quello integrato. Riprova più tardi.',
    wrong_content:
      'Quello che è arrivato, due volte, non è quello che l’hub annuncia. È stato buttato via, e c’è quello integrato. Riprova, o scegli un altro hub.',
    no_space:
      'Il disco è pieno. Quanto è stato scaricato resta, e c’è quello integrato. Fai spazio e riprova.',
    folder:
      'Nella cartella dei dati non si può scrivere. Nulla è cambiato, e c’è quello integrato. Controlla i permessi e riprova.',
    unusable:
      'Il modello qui non funziona. C’è quello integrato. Riprova per scaricarlo da capo, o scegli un altro modello.',
  },
};
