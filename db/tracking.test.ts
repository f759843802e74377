import { linkToken, tokenHash, trackingCode, trackingHash } from './tracking';

const secret = 'a-secret-of-at-least-thirty-two-characters';
const id = '0d6d1f4e-2f64-4a4f-8f0a-3f2b8c1d9e55';

test('a tracking code is stable, grouped, and holds 128 bits', () => {
  const code = trackingCode(secret, id);
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{2}$/);
  expect(trackingCode(secret, id)).toBe(code);
  expect(trackingCode(`${secret}!`, id)).not.toBe(code);
  const codes = new Set(Array.from({ length: 500 }, (_, n) => trackingCode(secret, `${id}${n}`)));
  expect(codes.size).toBe(500);
});

test('the code opens however a person types it', () => {
  const hash = trackingHash('7K20-1MVX');
  for (const typed of ['7k20-1mvx', '7k2o lmvx', ' 7K2OIMVX ', '7K20–1MVX'.replace('–', '-')]) {
    expect(trackingHash(typed)).toEqual(hash);
  }
  expect(trackingHash('7K20-1MVY')).not.toEqual(hash);
});

test('a link token differs by purpose and by row', () => {
  const tokens = [
    linkToken(secret, 'confirm', id),
    linkToken(secret, 'unsubscribe', id),
    linkToken(secret, 'confirm', `${id}x`),
  ];
  expect(new Set(tokens).size).toBe(3);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{22}$/);
  expect(tokenHash(tokens[0] as string)).toHaveLength(32);
});
