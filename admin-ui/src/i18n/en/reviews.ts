import type * as it from '../it/reviews';

export const reviews: typeof it.reviews = {
  title: 'Review of the delay of case %{number}',
  intro:
    'It is there to find out what to change so that it does not happen again. It looks for nobody to blame: it speaks of the work, not of persons.',
  empty: 'No reviews here: no missed deadline waits for an explanation.',
  ticked: 'Choose',
  tick: 'Choose the review of case %{number}',
  open: 'Open the review',
  what: 'The missed deadline',
  policyChange: 'The deadline counts as missed because the policy has changed.',
  longest: 'The longest wait, %{span}: from “%{from}” to “%{to}”.',
  theDeadline: 'deadline missed',
  hours: '%{smart_count} hour |||| %{smart_count} hours',
  days: '%{smart_count} day |||| %{smart_count} days',
  found: 'Why, and what we change',
  who: '%{name} takes care of it; follow-up',
  ended: {
    improved: 'It is better. Thanks to those who worked on it.',
    unchanged: 'It is as it was before.',
    worse: 'It is worse than before.',
  },
  trained: 'Something was learned from it: there was training.',
  find: 'Say why',
  findAgain: 'Change causes or day',
  findIntro:
    'Why was this deadline missed, and what do you change? |||| For %{smart_count} reviews together: why, and what do you change?',
  findTogether: 'Say why for %{smart_count} review |||| Say why for %{smart_count} reviews',
  changeHelp: 'For example: “We keep ten manhole covers in stock”. Speak of the work, not of persons.',
  followUpHelp: 'On that day whoever takes care of it gets a message.',
  close: 'Close the review',
  closeIntro: 'What has changed since you have taken care of it?',
  closeNow: 'Close',
  say: 'Add your view',
  sayIntro: 'How did you see it? The department and those who help it read this.',
  sayNow: 'Add',
  reopen: 'Take it up again',
  reopenIntro: 'Why does it need another look?',
  reopenNow: 'Take up',
  causes: 'What delays come from (last %{days} days)',
  few: 'Main cause: %{causes}. |||| Four fifths come from: %{causes}.',
  recurs: '%{department}: “%{cause}” recurs, found %{count} times. The department cannot change it alone.',
  fields: {
    causes: 'Causes',
    change: 'What we change',
    owner: 'Who takes care of it',
    followUpOn: 'When it is looked at again',
    outcome: 'How it is now',
    training: 'There was training',
    learned: 'What we have learned',
    words: 'Text',
  },
};

export const growth: typeof it.growth = {
  title: 'How we grow',
  intro:
    'The work of the department beside nothing but its own past, and the thanks of citizens. No ranking, no persons.',
  department: 'Department',
  crew: 'Crew',
  everyCrew: 'The whole department',
  trend: { repaired: 'Repairs a month', inTime: 'Repaired in time', stars: 'Stars from citizens (of 5)' },
  change: {
    better: 'More in the last six whole months than in the six before.',
    same: 'In the last six whole months as in the six before.',
    less: 'Less in the last six whole months than in the six before.',
  },
  tooLittle: 'Still too little to compare the months.',
  reviews:
    'In the last year %{smart_count} review ended: %{improved} with an improvement, %{training} with training. |||| In the last year %{smart_count} reviews ended: %{improved} with an improvement, %{training} with training.',
  thanks: 'Thanks from citizens',
  noThanks: 'When a citizen writes a few words with four or five stars, you read them here.',
};
