/** The catalogue of rewards. */
export const rewards = {
  costHelp: 'A real problem that somebody reports first brings 10 points',
  stockHelp: 'How many there are in all, those given away included; empty: no limit',
  codeDaysHelp: 'For how many days a code works; if it expires unused, the points come back',
};

/** Where codes are used. */
export const counter = {
  intro:
    'Whoever collects a reward shows a code. Scan or type it here, look at the reward and mark it as used: it works once.',
  code: 'Code',
  codeHelp: 'Like XXXX-XXXX-XXXX-XXXX; capitals and dashes do not matter',
  look: 'Look it up',
  until: 'The code works until %{when}',
  use: 'Use the code',
  used: 'Done: %{name}. The code does not work any more.',
};

/** What citizens say against a judgement. */
export const appealInbox = {
  which: 'Which',
  declared: 'Declared: %{danger}',
  real: 'Found: %{danger}',
  notReal: 'Found: the problem was not there',
  technician: 'Technician’s note',
  words: 'The citizen writes',
  answeredBy: 'Answer by %{name}, %{when}',
  answer: 'Answer',
  intro:
    'Look at the case and the pictures again. If the citizen is right, the report counts as confirmed for them and they get the points that they should have had.',
  right: 'Is the citizen right?',
  upheld: 'Yes, set the judgement right',
  explained: 'No, the judgement stays',
  note: 'What you write to them',
  noteHelp: 'They get it by e-mail and read it on their page: say why in plain words',
  done: 'Answer sent',
  empty: 'No appeals to answer.',
};
