import { claimWords } from './words';

const claim = {
  ...{ number: 'AL-C-000012', repairedOn: '2025-03-29', backOn: '2025-10-01', warrantyUntil: '2026-03-29' },
};

test('a supplier reads why the work is theirs to do again, and what staff add', () => {
  const said =
    'Lavoro in garanzia, senza compenso. Il problema che avete riparato il 29 marzo 2025 (caso AL-C-000012) è tornato ' +
    'il 1 ottobre 2025; la garanzia vale fino al 29 marzo 2026.';
  expect(claimWords(claim)).toBe(said);
  expect(claimWords(claim, 'Subito')).toBe(`${said}\n\nSubito`);
});
