import { citizenToken, hashToken, rowToken, trackingCode } from './tokens';

const secret = 'a-secret-of-at-least-thirty-two-characters';
const id = '0d6d1f4e-2f64-4a4f-8f0a-3f2b8c1d9e55';

test('a tracking code is stable, grouped, and holds 128 bits', () => {
  const code = trackingCode(secret, id);
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]$/);
  expect(trackingCode(secret, id)).toBe(code);
  expect(trackingCode(`${secret}!`, id)).not.toBe(code);
  const codes = new Set(Array.from({ length: 500 }, (_, n) => trackingCode(secret, `${id}${n}`)));
  expect(codes.size).toBe(500);
});

test('a code opens however a person types it', () => {
  const hash = hashToken('7K20-1MVX');
  for (const typed of ['7k20-1mvx', '7k2o lmvx', ' 7K2OIMVX ']) expect(hashToken(typed)).toEqual(hash);
  expect(hashToken('7K20-1MVY')).not.toEqual(hash);
});

test('tokens differ by purpose and by what they are about', () => {
  const link = { personId: id, about: null };
  const tokens = [
    citizenToken(secret, { purpose: 'confirm', ...link }),
    citizenToken(secret, { purpose: 'unsubscribe', ...link }),
    citizenToken(secret, { purpose: 'confirm', ...link, about: id }),
    rowToken(secret, 'answer', id),
    rowToken(secret, 'password-reset', id),
    trackingCode(secret, id),
  ];
  expect(new Set(tokens).size).toBe(6);
});
