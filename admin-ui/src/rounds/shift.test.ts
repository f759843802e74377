import { expect, test } from 'vitest';
import { bodyOf, usualShift } from './shift';

const shift = { crewId: 'crew', day: '2026-11-25', depot: null, ...usualShift(null) };

test('a shift is a day and hours of this place', () => {
  expect(bodyOf(shift)).toEqual({
    ...{ crewId: 'crew', shiftFrom: '2026-11-25T07:00:00.000Z', shiftTo: '2026-11-25T13:00:00.000Z' },
    ...{ breaks: [], depot: null },
  });
});

test('a shift may go on after midnight, and so may its break', () => {
  const night = { from: '22:00', to: '06:00', pause: true, earliest: '23:30', latest: '02:00', minutes: 30 };
  expect(bodyOf({ ...shift, ...night })).toMatchObject({
    ...{ shiftFrom: '2026-11-25T21:00:00.000Z', shiftTo: '2026-11-26T05:00:00.000Z' },
    breaks: [{ earliest: '2026-11-25T22:30:00.000Z', latest: '2026-11-26T01:00:00.000Z', minutes: 30 }],
  });
});

test('what a crew usually does is proposed', () => {
  const usual = { from: '07:30', to: '15:30', pause: { earliest: '12:00', latest: '13:00', minutes: 45 } };
  expect(usualShift(usual)).toEqual({
    ...{ from: '07:30', to: '15:30', pause: true, earliest: '12:00', latest: '13:00', minutes: 45 },
  });
});
