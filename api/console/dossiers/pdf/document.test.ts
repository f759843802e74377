import type { HashedDossier } from '../../../../db/views/dossier';
import { dossierOf } from '../../../../domain/dossier/dossier';
import { outcome } from '../../../../domain/quality/testing';
import { documentOf } from './document';
import { parted } from './format';

const selection = {
  ...{ supplierIds: [], categoryIds: [], departmentId: null },
  ...{ from: '2025-01-01', to: '2025-01-31', until: '2025-12-31' },
};

/** A dossier of so many repairs of each supplier. */
function dossierWith(suppliers: Record<string, number>): HashedDossier {
  const all = Object.entries(suppliers).flatMap(([id, count]) =>
    Array.from({ length: count }, (_, n) => ({ id, repairId: `${id}${n}` })),
  );
  const outcomes = all.map(({ id, repairId }) => ({
    ...outcome({ spell: { days: 300, recurred: repairId.endsWith('7') } }),
    ...{ repairId, groups: [{ id, nameIt: `${id} it`, nameEn: `${id} en` }] },
  }));
  const repairs = all.map(({ id, repairId }) => ({
    ...{ id: repairId, number: repairId, supplier: { id, it: `${id} it`, en: `${id} en` } },
    ...{ category: { id: 'c', it: 'Buca', en: 'Pothole' }, materials: [] },
    ...{ openedOn: '2025-01-02', repairedOn: '2025-01-05' },
  }));
  return { data: dossierOf(selection, outcomes, repairs), hash: 'f'.repeat(64) };
}

const said = (suppliers: Record<string, number>, locale: 'it' | 'en' = 'it') => {
  const names = { suppliers: [], categories: ['Buca'], department: null };
  return documentOf({ dossier: dossierWith(suppliers), locale, town: 'Comune di Esempio', ...names });
};

test('the cover says what was chosen, the hash and how to read it; nothing says when it was printed', () => {
  const { content, info } = said({ good: 30 });
  const text = JSON.stringify(content);
  for (const words of ['Comune di Esempio', 'f'.repeat(64), '31 gennaio 2025', 'Kaplan–Meier', 'Buca'])
    expect(text).toContain(words);
  expect(info).toMatchObject({ creationDate: new Date('2025-12-31'), modDate: new Date('2025-12-31') });
});

test('of whom there is too little nothing is drawn, but it is said', () => {
  const text = JSON.stringify(said({ good: 30, few: 3 }).content);
  expect(text.match(/<svg/g)).toHaveLength(1);
  expect(text).toContain('troppo pochi');
  // Once in the overview, and in each of its cases.
  expect(text.match(/few it/g)).toHaveLength(1 + 3);
});

test('without any repair the pages say so', () => {
  const text = JSON.stringify(said({}, 'en').content);
  expect(text).toContain('No repairs in this selection.');
  expect(text).not.toContain('<svg');
});

test('each language is written alone', () => {
  const text = JSON.stringify(said({ good: 30 }, 'en').content);
  expect(text).toContain('Holds more than a year');
  expect(text).toContain('good en');
  expect(text).not.toMatch(/Riparazion|good it/);
});

test('long words are parted, letters keep their accents, and what is short stays as it is', () => {
  expect(parted('Asfalti & Bitumi S.r.l. Alessandria')).toBe('Asfalti & Bitumi S.r.l. Alessandria');
  expect(parted('W'.repeat(40)).split('\u200b')).toEqual(['W'.repeat(15), 'W'.repeat(15), 'W'.repeat(10)]);
  expect(parted('e\u0300'.repeat(16)).split('\u200b')).toEqual(['e\u0300'.repeat(15), 'e\u0300']);
});
