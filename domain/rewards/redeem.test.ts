import { type Offer, whyNot, whyUnusable } from './redeem';

const offer: Offer = {
  ...{ active: true, cost: 30, stock: 5, taken: 4, validFrom: '2026-01-01', validTo: '2026-12-31' },
};

test.each<[string, Partial<Offer>, number, string, string | null]>([
  ['enough points, one left', {}, 30, '2026-11-28', null],
  ['one point short', {}, 29, '2026-11-28', 'too-few-points'],
  ['the last one is gone', { taken: 5 }, 300, '2026-11-28', 'none-left'],
  ['the stock was made smaller', { stock: 2 }, 300, '2026-11-28', 'none-left'],
  ['no limit', { stock: null, taken: 5000 }, 30, '2026-11-28', null],
  ['its first day', {}, 30, '2026-01-01', null],
  ['its last day', {}, 30, '2026-12-31', null],
  ['not yet', {}, 30, '2025-12-31', 'reward-over'],
  ['no more', {}, 30, '2027-01-01', 'reward-over'],
  ['resting', { active: false }, 30, '2026-11-28', 'reward-over'],
])('%s', (_what, change, balance, today, expected) => {
  expect(whyNot({ ...offer, ...change }, balance, today)).toBe(expected);
});

const at = (second: number) => new Date(Date.UTC(2026, 10, 28, 12, 0, second));

test.each([
  ['issued', 0, null],
  ['issued', 1, 'code-over'],
  ['used', 0, 'code-used'],
  ['used', 1, 'code-used'],
  ['expired', 0, 'code-over'],
  ['returned', 0, 'code-over'],
] as const)('a code that is %s, %d seconds after its end: %s', (state, second, expected) => {
  expect(whyUnusable({ state, expiresAt: at(1) }, at(second))).toBe(expected);
});
