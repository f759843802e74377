import { expect, test } from 'vitest';
import { readYesNo, showYesNo } from './yesNo';

test.each([
  ['true', true],
  ['false', false],
  ['', null],
])('the button %j means %j and back', (text, value) => {
  expect(readYesNo(text)).toBe(value);
  expect(showYesNo(value)).toBe(text);
});
