/** What suppliers owe again: a problem that is back while the repair is under warranty. */
export const warranty = {
  title: 'Repair under warranty',
  state: {
    proposed: 'To be sent',
    sent: 'Sent, waiting for an answer',
    accepted: 'Accepted',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
  },
  grounds:
    'Repaired on %{repairedOn}, back on %{backOn}. The warranty holds until %{until}: %{smart_count} day was left. |||| Repaired on %{repairedOn}, back on %{backOn}. The warranty holds until %{until}: %{smart_count} days were left.',
  repairedIn: 'It had been repaired in case',
  contract: 'Contract: %{contract}',
  otherCategory: 'The category is not the same: check that it is the same problem.',
  sent: 'Sent by %{name}, %{when}',
  endedBy: 'Ended by %{name}, %{when}',
  endedItself:
    'Withdrawn by itself, because the case has ended or the problem is in another case again, %{when}',
  answered: 'The supplier has answered, %{when}',
  send: 'Ask for the work under warranty',
  withdraw: 'Give the claim up',
  about: {
    send: 'The case is offered to %{supplier} as work under warranty, without pay. They accept or refuse on their page, and say why.',
    withdraw: 'The claim on %{supplier} is withdrawn, and with it the offer that waits for an answer.',
  },
  note: { send: 'To add for the supplier (optional)', withdraw: 'Why' },
  noteHelp: 'The supplier gets the dates and the number of the repaired case anyway.',
  notYet: 'It can be sent once the department has accepted the case and no other offer waits for an answer.',
  inactive:
    'The supplier is no longer active, so nothing can be sent to them. Make them active again among the suppliers, or give the claim up.',
  done: { send: 'The claim was sent to the supplier', withdraw: 'The claim was withdrawn' },
  empty: 'No claims under warranty here.',
};
