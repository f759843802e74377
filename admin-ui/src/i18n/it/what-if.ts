/** What would be otherwise in a department: to help it, never to punish. */
export const whatIf = {
  title: 'E se?',
  intro:
    'Con i casi e i tempi misurati di un reparto le prossime settimane vengono giocate molte volte: come oggi, e con un cambiamento. Serve a scegliere come aiutare il reparto; non parla di persone.',
  period: 'Misurato su',
  weeks: 'Ultime %{smart_count} settimane',
  days: 'dal %{from} al %{to}',
  question: 'Che cosa cambierebbe?',
  crews: 'Squadre al giorno',
  crewsValue: '%{chosen} (oggi %{today})',
  hours: 'Ore di una squadra al giorno',
  hoursValue: '%{chosen} ore (oggi %{today})',
  without: 'Categorie affidate ad altri',
  withoutHelp: 'Con la parte del lavoro che portano. Ciò che aspetta già resta al reparto.',
  rule: 'Che cosa si fa prima',
  rules: { 'first-come': 'Ciò che aspetta da più tempo', 'first-due': 'Ciò che scade prima' },
  noCrews:
    'Nel periodo nessuno ha detto quali squadre escono (un giro inviato lo dice): si possono provare solo le categorie.',
  ask: 'Calcola',
  back: 'Torna a oggi',
  running: 'Calcolo in corso: può durare qualche secondo.',
  today: 'Oggi',
  otherwise: 'Con il cambiamento',
  measuredThen: 'Misurato nel periodo',
  with: {
    more: 'con %{smart_count} squadra in più |||| con %{smart_count} squadre in più',
    fewer: 'con %{smart_count} squadra in meno |||| con %{smart_count} squadre in meno',
    hours: 'con turni di %{hours} ore',
    without: 'senza %{names}',
    'first-due': 'facendo prima ciò che scade prima',
  },
  late: {
    title: 'Riparazioni in ritardo',
    asToday:
      'Se nulla cambia, delle riparazioni che scadono nelle prossime %{weeks} settimane saranno probabilmente in ritardo %{value} su 100 (fra %{low} e %{high}).',
    less: '%{what} le riparazioni in ritardo scenderebbero probabilmente da %{before} a %{value} su 100 (fra %{low} e %{high}).',
    more: '%{what} le riparazioni in ritardo salirebbero probabilmente da %{before} a %{value} su 100 (fra %{low} e %{high}).',
    little:
      '%{what} le riparazioni in ritardo cambierebbero poco o niente: oggi %{before} su 100, poi %{value} (fra %{low} e %{high}).',
    unsure:
      '%{what} non si può dire se le riparazioni in ritardo sarebbero di più o di meno: oggi %{before} su 100, poi %{value} (fra %{low} e %{high}).',
    none: '%{what} le riparazioni in ritardo sarebbero le stesse: %{value} su 100 (fra %{low} e %{high}).',
  },
  backlog: {
    title: 'Casi in attesa',
    label: 'Casi in attesa nelle prossime settimane, oggi e con il cambiamento; i numeri sono nella tabella',
    weeks: 'settimane dopo il %{day}',
    asToday:
      'Fra %{weeks} settimane aspetteranno probabilmente %{value} casi (fra %{low} e %{high}); adesso sono %{now}.',
    less: 'Fra %{weeks} settimane aspetterebbero meno casi: probabilmente %{value} (fra %{low} e %{high}) invece di %{before}.',
    more: 'Fra %{weeks} settimane aspetterebbero più casi: probabilmente %{value} (fra %{low} e %{high}) invece di %{before}.',
    little:
      'Fra %{weeks} settimane aspetterebbero più o meno gli stessi casi: %{value} (fra %{low} e %{high}); oggi %{before}.',
    unsure:
      'Non si può dire se fra %{weeks} settimane aspetterebbero più o meno casi: %{value} (fra %{low} e %{high}); oggi %{before}.',
    none: 'Fra %{weeks} settimane aspetterebbero gli stessi casi: %{value} (fra %{low} e %{high}).',
  },
  help: 'Gli intervalli contengono nove prove su dieci, e parlano solo del caso: se cambiano le abitudini, il tempo o gli arrivi, il futuro sarà diverso.',
  between: '%{value} (da %{low} a %{high})',
  table: 'La stessa cosa in una tabella',
  week: 'Settimana',
  now: 'adesso',
  few: {
    title: 'Dati insufficienti per rispondere',
    days: 'giorni misurati: %{have}, ne servono %{need}',
    cases: 'casi arrivati: %{have}, ne servono %{need}',
    repaired: 'casi riparati: %{have}, ne servono %{need}',
    deadlines: 'casi con una scadenza: %{have}, ne servono %{need}',
    crews: 'non si sa quali squadre escono: lo dicono i giri inviati',
    staffed:
      'le ore delle squadre uscite sono %{have} alla settimana, troppo poche per il lavoro fatto: non tutti i giri sono stati registrati',
  },
  measured: {
    title: 'Che cosa è stato misurato',
    arrivals: 'Casi al giorno',
    waiting: 'In attesa alla fine del periodo',
    crews: 'Squadre al giorno',
    hours: 'Ore di una squadra al giorno',
    days: 'Giorni di lavoro alla settimana',
    workHours: 'Ore di lavoro di un caso, valore mediano',
    came: 'Ore di lavoro arrivate alla settimana',
    staffed: 'Ore di squadra alla settimana',
    lateShare: 'Riparazioni in ritardo',
    unknown: 'non si sa',
  },
  link: 'E se ci fosse una squadra in più?',
};
