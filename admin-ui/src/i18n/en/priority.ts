import type { priority as it } from '../it/priority';

export const priority: typeof it = {
  title: 'Priority',
  ofHundred: 'of 100',
  parts: {
    emergency: 'Emergency',
    danger: 'Danger',
    people: 'People',
    place: 'Place',
    deadline: 'Deadline',
    age: 'Waiting',
  },
  emergency: '%{what}: comes before everything',
  danger: {
    staff: '%{level}, as staff say',
    reporters: '%{level}, as whoever reported it says',
  },
  people: {
    counted: '%{smart_count} person |||| %{smart_count} persons',
    confirmed: '%{smart_count} confirmed |||| %{smart_count} confirmed',
    held: '%{smart_count} not counted |||| %{smart_count} not counted',
  },
  place: {
    none: 'no school, hospital or main road nearby',
    near: '%{kind} at %{metres} m: %{name}',
    here: '%{kind}, right here: %{name}',
  },
  deadline: {
    none: 'no deadline runs',
    in: '%{clock}: due in %{time}',
    late: '%{clock}: late by %{time}',
  },
  age: {
    none: 'open for less than a day',
    days: 'open for %{smart_count} day |||| open for %{smart_count} days',
  },
  burst: {
    badge: 'Burst to check',
    notice:
      'Many new, unconfirmed people within an hour: %{smart_count} is not counted, and the band stays as it was until somebody says that they are real. |||| Many new, unconfirmed people within an hour: %{smart_count} are not counted, and the band stays as it was until somebody says that they are real.',
    confirm: 'They are real',
    intro: 'From now on all people who have reported so far count. It goes into the log with your name.',
    done: 'Recorded: all of them count now',
  },
};
