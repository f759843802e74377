import { type Sendable, taskFor, taskOnTheWay } from './pool';

const a = (over: Partial<Sendable>): Sendable => ({
  ...{ kind: 'problem', status: 'assigning', safety: 'none', emergency: 'none', paused: false },
  ...{ crewId: null, safetyCrewId: null, located: true },
  ...over,
});

test.each<[string, Partial<Sendable>, string | null, string | null]>([
  ['what waits for a crew', {}, 'repair', 'repair'],
  ['what this crew has', { status: 'assigned', crewId: 'crew' }, 'repair', 'repair'],
  ['what this crew has begun', { status: 'working', crewId: 'crew' }, 'repair', 'repair'],
  ['what another crew has', { status: 'assigned', crewId: 'other' }, null, null],
  ['what a supplier has', { status: 'working' }, null, null],
  ['what waits for somebody else', { paused: true }, null, null],
  ['what is not accepted yet', { status: 'accepting' }, null, null],
  ['what is repaired', { status: 'repaired', crewId: 'crew' }, null, null],
  ['a question', { kind: 'question' }, null, null],
  ['what is nowhere', { located: false }, null, null],
  ['what it was told to make safe', { safety: 'ordered', safetyCrewId: 'crew' }, 'make-safe', 'make-safe'],
  [
    'what it was told to make safe before anybody took it on',
    { status: 'verifying', safety: 'ordered', safetyCrewId: 'crew' },
    'make-safe',
    'make-safe',
  ],
  ['what another makes safe meanwhile', { safety: 'ordered', safetyCrewId: 'other' }, 'repair', 'repair'],
  [
    'an emergency that nobody has verified',
    { status: 'verifying', emergency: 'imminent' },
    null,
    'make-safe',
  ],
  ['an emergency that waits for a crew', { emergency: 'injured' }, 'repair', 'repair'],
  ['an emergency made safe', { status: 'accepting', emergency: 'imminent', safety: 'done' }, null, null],
  [
    'an emergency that another crew makes safe',
    { status: 'accepting', emergency: 'imminent', safety: 'ordered', safetyCrewId: 'other' },
    null,
    null,
  ],
  [
    'an emergency that is nowhere',
    { status: 'verifying', emergency: 'imminent', located: false },
    null,
    null,
  ],
])('%s', (_, over, planned, onTheWay) => {
  expect([taskFor(a(over), 'crew'), taskOnTheWay(a(over), 'crew')]).toEqual([planned, onTheWay]);
});
