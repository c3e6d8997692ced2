import type { enNight } from './en-night.ts';

export const itNight: typeof enNight = {
  night: {
    title: 'Imparare di notte',
    hint: 'Ogni notte LLaMA legge le conversazioni della giornata, senza nomi né numeri, e ne impara: nuove conoscenze, indicazioni migliori, ciò di cui i clienti hanno bisogno. Al mattino un resoconto dice che cosa ha imparato; una notte si può annullare per intero.',
    isOn: 'Impara ogni notte',
    isOnHint: 'Una volta per ogni giorno, quando nessuno usa il computer.',
    at: 'Quando',
    catchUp: 'Recupera entro, ore',
    catchUpHint:
      'Una notte saltata perché il computer dormiva o l’app era chiusa comincia entro questo tempo. 0: mai.',
    keepsAwake: 'Tieni acceso il computer finché ha finito',
    keepsAwakeHint: 'Solo mentre una notte è in corso. Un avviso lo dice; lo schermo può spegnersi.',
    startsAtLogin: 'Avvia con il computer',
    startsAtLoginHint: 'Accanto all’orologio, senza finestra, così nessuna notte va persa.',
    run: 'Fai adesso il lavoro di stanotte',
    nothingNew: 'Dall’ultima notte non è stato detto niente di nuovo.',
    from_one: 'Imparerebbe da {{count}} conversazione con {{messages}} messaggi.',
    from_other: 'Imparerebbe da {{count}} conversazioni con {{messages}} messaggi.',
    cost: 'Circa {{cost}}, come le notti precedenti.',
    noCost: 'Quanto costa lo dirà la prima notte.',
    goesOn: 'Una notte è in corso.',
    due: 'Prossima notte: {{when}}.',
  },
};
