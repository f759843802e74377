/** What would be otherwise in a department: to help it, never to punish. */
export const whatIf = {
  title: 'What if?',
  intro:
    'The weeks to come are played many times over with a department’s own measured cases and times: as today, and with a change. This is to choose how to help the department; it says nothing of persons.',
  period: 'Measured over',
  weeks: 'Last %{smart_count} weeks',
  days: '%{from} to %{to}',
  question: 'What would be different?',
  crews: 'Crews a day',
  crewsValue: '%{chosen} (today %{today})',
  hours: 'Hours of a crew a day',
  hoursValue: '%{chosen} hours (today %{today})',
  without: 'Categories given to others',
  withoutHelp: 'With their share of the work. What waits already stays with the department.',
  rule: 'What is done first',
  rules: { 'first-come': 'What has waited longest', 'first-due': 'What is due first' },
  noCrews:
    'Nobody said in this period which crews are sent out (a dispatched round does): only the categories can be tried.',
  ask: 'Work it out',
  back: 'Back to today',
  running: 'Working it out: this may take a few seconds.',
  today: 'Today',
  otherwise: 'With the change',
  measuredThen: 'Measured in the period',
  with: {
    more: 'with %{smart_count} more crew |||| with %{smart_count} more crews',
    fewer: 'with %{smart_count} crew fewer |||| with %{smart_count} crews fewer',
    hours: 'with shifts of %{hours} hours',
    without: 'without %{names}',
    'first-due': 'doing first what is due first',
  },
  late: {
    title: 'Late repairs',
    asToday:
      'If nothing changes, of the repairs due in the next %{weeks} weeks probably %{value} % will be late (between %{low} and %{high} %).',
    less: '%{what} the late share would probably fall from %{before} % to %{value} % (between %{low} and %{high} %).',
    more: '%{what} the late share would probably rise from %{before} % to %{value} % (between %{low} and %{high} %).',
    little:
      '%{what} the late share would hardly change: today %{before} %, then %{value} % (between %{low} and %{high} %).',
    unsure:
      '%{what} nobody can tell whether more or fewer repairs would be late: today %{before} %, then %{value} % (between %{low} and %{high} %).',
    none: '%{what} the late share would be the same: %{value} % (between %{low} and %{high} %).',
  },
  backlog: {
    title: 'Cases that wait',
    label: 'Cases that wait in the weeks to come, today and with the change; the figures are in the table',
    weeks: 'weeks after %{day}',
    asToday:
      'In %{weeks} weeks probably %{value} cases will wait (between %{low} and %{high}); now there are %{now}.',
    less: 'In %{weeks} weeks fewer cases would wait: probably %{value} (between %{low} and %{high}) instead of %{before}.',
    more: 'In %{weeks} weeks more cases would wait: probably %{value} (between %{low} and %{high}) instead of %{before}.',
    little:
      'In %{weeks} weeks about as many cases would wait: %{value} (between %{low} and %{high}); today %{before}.',
    unsure:
      'Nobody can tell whether more or fewer cases would wait in %{weeks} weeks: %{value} (between %{low} and %{high}); today %{before}.',
    none: 'In %{weeks} weeks as many cases would wait: %{value} (between %{low} and %{high}).',
  },
  help: 'Nine of ten runs lie within the intervals, which speak of chance alone: if habits, weather or arrivals change, the future will be another one.',
  between: '%{value} (from %{low} to %{high})',
  table: 'The same as a table',
  week: 'Week',
  now: 'now',
  few: {
    title: 'Not enough data to answer',
    days: 'days measured: %{have}, it takes %{need}',
    cases: 'cases that came: %{have}, it takes %{need}',
    repaired: 'cases repaired: %{have}, it takes %{need}',
    deadlines: 'cases with a deadline: %{have}, it takes %{need}',
    crews: 'which crews are sent out is not known: dispatched rounds say it',
    staffed:
      'the crews sent out had %{have} hours a week, too few for the work that was done: not every round was recorded',
  },
  measured: {
    title: 'What was measured',
    arrivals: 'Cases a day',
    waiting: 'Waiting at the end of the period',
    crews: 'Crews a day',
    hours: 'Hours of a crew a day',
    days: 'Working days a week',
    workHours: 'Hours of work of a case, median',
    came: 'Hours of work that came a week',
    staffed: 'Hours of crews a week',
    lateShare: 'Late repairs',
    unknown: 'not known',
  },
  link: 'What if there were one more crew?',
};
