/** The portal of the suppliers. */
export const supplier = {
  portal: 'Pagina del fornitore',
  portalHelp:
    'Arriva con ogni ordine di lavoro. Da lì il fornitore conferma, prevede il giorno e dice che cosa ha fatto, senza password.',
  showLink: 'Mostra l’indirizzo',
  newLink: 'Cambia indirizzo',
  newLinkSure: 'L’indirizzo di prima non aprirà più niente: va mandato quello nuovo.',
};

/** The official register. */
export const register = { csv: 'Scarica come CSV', number: 'prot. %{number}' };
