/** The portal of the suppliers. */
export const supplier = {
  portal: 'The supplier’s page',
  portalHelp:
    'It comes with every work order. There the supplier confirms, plans the day and says what was done, without a password.',
  showLink: 'Show the address',
  newLink: 'Change the address',
  newLinkSure: 'The former address will open nothing any more: the new one has to be sent.',
};

/** The official register. */
export const register = { csv: 'Download as CSV', number: 'reg. %{number}' };
