/** Why a case wants somebody soon. */
export const priority = {
  title: 'Priorità',
  ofHundred: 'su 100',
  parts: {
    emergency: 'Emergenza',
    danger: 'Pericolo',
    people: 'Persone',
    place: 'Luogo',
    deadline: 'Scadenza',
    age: 'Attesa',
  },
  emergency: '%{what}: viene prima di tutto',
  danger: {
    staff: '%{level}, a detta del personale',
    reporters: '%{level}, a detta di chi ha segnalato',
  },
  people: {
    counted: '%{smart_count} persona |||| %{smart_count} persone',
    confirmed: '%{smart_count} confermata |||| %{smart_count} confermate',
    held: '%{smart_count} non contata |||| %{smart_count} non contate',
  },
  place: {
    none: 'nessuna scuola, ospedale o strada principale vicino',
    near: '%{kind} a %{metres} m: %{name}',
    here: '%{kind}, proprio qui: %{name}',
  },
  deadline: {
    none: 'nessuna scadenza in corso',
    in: '%{clock}: scade fra %{time}',
    late: '%{clock}: in ritardo di %{time}',
  },
  age: {
    none: 'aperto da meno di un giorno',
    days: 'aperto da %{smart_count} giorno |||| aperto da %{smart_count} giorni',
  },
  burst: {
    badge: 'Afflusso da controllare',
    notice:
      'Molte persone nuove e non confermate in meno di un’ora: %{smart_count} non è contata, e la fascia resta quella di prima finché qualcuno non dice che sono vere. |||| Molte persone nuove e non confermate in meno di un’ora: %{smart_count} non sono contate, e la fascia resta quella di prima finché qualcuno non dice che sono vere.',
    confirm: 'Sono vere',
    intro:
      'Da ora contano tutte le persone che hanno segnalato fin qui. Il fatto finisce nel registro con il tuo nome.',
    done: 'Registrato: ora contano tutte',
  },
};
