import { expect, test } from 'vitest';
import type { Claim } from './types';
import { whyNotSendable } from './whyNot';

const why = (change: Partial<Claim>) =>
  whyNotSendable({ state: 'proposed', sendable: false, supplierActive: true, ...change } as Claim);

test('why a claim cannot be sent is the case’s or the supplier’s', () => {
  expect(why({})).toBe('warranty.notYet');
  expect(why({ supplierActive: false })).toBe('warranty.inactive');
});

test('what can be sent, or is on its way, needs no reason', () => {
  expect([why({ sendable: true }), why({ state: 'sent', supplierActive: false })]).toEqual([null, null]);
});
