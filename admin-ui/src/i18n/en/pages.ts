import type * as it from '../it/pages';

export const reportEntry: typeof it.reportEntry = {
  channel: 'How it came in',
  kind: 'What it is',
  emergency: 'Is there an emergency?',
  call112: 'First have them call 112. The report does not replace the call.',
  place: 'Street and house number',
  noAddress: 'No address found: tap the map',
  placeMissing: 'Choose an address or tap the map',
  text: 'What the person says',
  photos: 'Add photos (at most 3)',
  email: 'The person’s e-mail (optional)',
  emailHelp: 'They get a message to confirm it, then every update.',
  privacy: 'The privacy notice was read to the person',
  send: 'Enter the report',
  nearby:
    'Open cases near here. If it is the same problem, tell the person and enter the report all the same: the two cases can be joined afterwards.',
  done: 'Report %{number} entered.',
  code: 'Code to dictate or hand to the person (shown only now):',
  link: 'With the code they follow it at this address:',
  copy: 'Copy the address',
  print: 'Print',
  open: 'Open the report',
  another: 'Enter another report',
};

export const escalationInbox: typeof it.escalationInbox = {
  which: 'Which',
  unseen: 'To see',
  seen: 'Already seen',
  missed: 'Deadline “%{clock}”: %{when}',
  seenBy: 'Seen by %{name}, %{when}',
  acknowledge: 'Mark as seen',
  done: 'Marked as seen',
  empty: 'No escalations to see: everything is on time.',
};

export const messagePage: typeof it.messagePage = {
  reporter: 'Who reported %{number}',
  about: 'Message',
  preview: 'As its reader sees it',
  notRendered: 'The message has not been composed yet.',
  tries: '1 try |||| %{smart_count} tries',
  retry: 'Try to send it again',
  retried: 'Message queued again',
};

export const auditPage: typeof it.auditPage = {
  intro: 'Every step of this case, as the workflow decided it and as the log recorded it.',
  chain: 'Chain of the log',
  chainOk: 'Intact: each entry vouches for the one before.',
  chainBroken: 'Broken at entry %{entry}: it was changed, or one before it is missing.',
  chainErased: 'Texts erased on request: %{count}. The chain stays intact.',
  comparison: 'Step by step comparison',
  comparisonOk:
    'Workflow, log and lists tell the same: 1 fact compared. |||| Workflow, log and lists tell the same: %{smart_count} facts compared.',
  comparisonLater: 'The workflow’s history is out of reach now: the comparison is made later.',
  missing: 'Decided but not in the log: %{facts}.',
  different: 'Different in workflow and log: %{facts}.',
  unexplained: 'In the log but decided by no workflow: %{facts}.',
  statusDiffers: 'The state that the lists show does not follow from the log.',
  entries: '1 entry |||| %{smart_count} entries',
  histories: 'Workflow histories',
  steps: 'Steps in plain words',
  raw: 'Raw text',
  show: 'Read',
  hide: 'Close',
  download: 'Download',
  replay: 'Replay',
  replaying: 'Replaying the history…',
  replayOk: 'Reproduced: the history leads to the same decisions again.',
  replayFailed: 'Not reproduced: today’s program would decide otherwise.',
  build: 'build %{build}',
  events: '1 event |||| %{smart_count} events',
  running: 'running',
  run: 'Run %{run}',
};

export const peoplePage: typeof it.peoplePage = {
  intro: 'Find a person by their exact e-mail address, to answer a request about their data.',
  email: 'Exact e-mail address',
  search: 'Search',
  none: 'Nobody with this address.',
  confirmed: 'Address confirmed %{when}',
  unconfirmed: 'Address not confirmed',
  reports: '1 report |||| %{smart_count} reports',
  export: 'Download their data',
  erase: 'Erase their data',
  eraseIntro:
    'The address and everything that the person wrote are erased for ever, with their photos. The cases stay, without them. This cannot be undone.',
  eraseWhy: 'Why, for the log',
  eraseConfirm: 'Write the address again to confirm',
  eraseDiffers: 'The address differs',
  erased: 'Data erased',
};
