import { agencyAt } from './calls';

test.each([
  [['fire', 'ambulance'], 0, 'fire'],
  [['fire', 'ambulance'], 1, 'ambulance'],
  [['fire', 'ambulance'], 2, 'fire'],
  [['fire', 'ambulance'], 7, 'ambulance'],
  [['fire'], 3, 'fire'],
  [[], 0, null],
  [[], 5, null],
])('of %j call %i goes to %s', (agencies, attempt, expected) => {
  expect(agencyAt(agencies, attempt)).toBe(expected);
});
