import { expect, test } from 'vitest';
import { i18nProvider } from '../../i18n/provider';
import { reachOf } from './reach';

const report = (confirmed: boolean) => ({ reporter: { personId: 'p', email: 'm•••@e•••.org', confirmed } });
const say = (...reports: Parameters<typeof reachOf>[0]) => {
  const { key, ...blanks } = reachOf(reports);
  return i18nProvider.translate(key, blanks);
};

test('only a confirmed address gets words by mail', () => {
  expect(say(report(true))).toContain('anche per e-mail');
  expect(say(report(false))).toContain('Nessun’e-mail');
  expect(say({ reporter: null })).toContain('Nessun’e-mail');
  expect(say(report(true), report(false), { reporter: null })).toContain('1 su 3');
  expect(say(report(true), {})).toContain('se ha confermato');
});
