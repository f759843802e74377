/** How good repairs are: helps to choose, says nothing of persons. */
export const quality = {
  title: 'Com’è il lavoro?',
  intro:
    'Serve a scegliere meglio fornitori, materiali e modi di lavorare: parla di lavoro, mai di persone. Ogni numero dice quanto è sicuro; chi ha lo stesso posto non si distingue.',
  of: 'Confronta',
  by: 'Secondo',
  category: 'Categoria riparata',
  every: 'Tutte le categorie',
  period: 'Riparazioni di',
  last: 'Ultimi dodici mesi',
  rank: 'Posto',
  name: 'Nome',
  interval: 'Valore (intervallo al 95 %)',
  between: '%{value} (da %{low} a %{high})',
  repairs: 'Riparazioni',
  rated: 'Riparazioni giudicate',
  none: 'Nessuna riparazione da confrontare in questo periodo.',
  few: {
    repairs: 'Troppo poche riparazioni: ne servono %{repairs}',
    figure: 'Dati insufficienti',
  },
  kind: {
    supplier: 'Fornitori',
    crew: 'Squadre',
    material: 'Materiali',
    procedure: 'Modi di lavorare',
    category: 'Categorie',
  },
  figure: {
    stars: 'Giudizio dei cittadini',
    holds90: 'Regge più di 90 giorni',
    holds365: 'Regge più di un anno',
    againstUsual: 'Ricomparse rispetto al normale',
    recurrences: 'Ricomparse per luogo e anno',
    inTime: 'Riparato in tempo',
    hours: 'Ore fino alla riparazione',
    cost: 'Costo di una riparazione',
  },
  about: {
    stars:
      'Stelle da 1 a 5; ogni riparazione conta una volta. Con pochi giudizi il valore resta vicino a quello di tutti.',
    holds90: 'Quota di riparazioni dopo cui il problema non torna per 90 giorni.',
    holds365: 'Quota di riparazioni dopo cui il problema non torna per un anno.',
    againstUsual:
      '1 è normale, 2 il doppio. È l’unico valore che tiene conto di che cosa viene riparato: chi ripara ciò che si rompe spesso non ci perde.',
    recurrences:
      'Quante volte all’anno il problema torna in un luogo riparato. Dipende da che cosa viene riparato.',
    inTime: 'Quota di riparazioni entro la scadenza promessa al cittadino.',
    hours: 'Ore di orologio fino alla riparazione, valore mediano. Dipende da che cosa viene riparato.',
    cost: 'Costo medio in euro. Dipende da che cosa viene riparato: confrontare dentro una categoria.',
  },
  curve: {
    title: 'Quanto reggono le riparazioni',
    label: 'Quota di riparazioni che reggono, per giorni dalla riparazione',
    days: 'giorni dalla riparazione',
    help: 'La linea è la quota di riparazioni che reggono ancora; la fascia è l’intervallo al 95 %. Finisce dove ne sono state seguite meno di dieci.',
  },
  median: {
    name: 'Giorni dopo cui metà non regge più',
    'not-yet': 'più della metà regge ancora',
  },
};
