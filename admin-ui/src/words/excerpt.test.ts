import { expect, test } from 'vitest';
import { piecesOf } from './excerpt';

test.each([
  ['niente', [['niente', false]]],
  [
    'una \ue000buca\ue001 profonda',
    [
      ['una ', false],
      ['buca', true],
      [' profonda', false],
    ],
  ],
  [
    '\ue000buca\ue001\ue000profonda\ue001',
    [
      ['buca', true],
      ['profonda', true],
    ],
  ],
  ['', []],
] as const)('%j', (excerpt, expected) => {
  expect(piecesOf(excerpt).map(({ text, found }) => [text, found])).toEqual(expected);
});
