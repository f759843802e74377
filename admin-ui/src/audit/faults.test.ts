import { expect, test } from 'vitest';
import { i18nProvider } from '../i18n/provider';
import { faultsOf } from './faults';

const chain = { chain: 'settings', entries: 3, intact: false, brokenAt: 2, erased: 0 };
const chains = (['changed', 'removed', 'words-changed', 'words-removed'] as const).map((breach) => ({
  ...chain,
  breach,
}));
const days = ['forged', 'removed', 'chain-changed', 'chain-removed'].map((how) => ({
  day: '2026-11-24',
  how,
  chain: 'settings',
}));

test('every fault has its sentence, which names where it is', () => {
  const archives = ['changed', 'removed', 'unlogged'].map((how) => ({
    workflowId: 'case-1',
    runId: 'r',
    how,
  }));
  const escalations = ['removed', 'added'].map((how) => ({
    ...{ caseId: '1', clock: 'repair', stage: 'breach', how },
  }));
  const faults = { chains, days, archives, escalations };
  const translate = (key: string) => i18nProvider.translate(key);
  const said = faultsOf({ faults }, (chain) => chain, translate).map(({ key, data }) =>
    i18nProvider.translate(`verification.${key}`, data),
  );
  expect(said).toHaveLength(13);
  for (const sentence of said.slice(0, 4)) expect(sentence).toMatch(/2.*settings|settings.*2/);
  for (const sentence of said.slice(4, 8)) expect(sentence).toContain('2026-11-24');
  for (const sentence of said.slice(8, 11)) expect(sentence).toContain('case-1');
  for (const sentence of said.slice(11)) expect(sentence).toMatch(/^case:1: .*Riparazione/);
});
