import { beforeEach, expect, test } from 'vitest';
import { rememberSession } from '../http/session';
import { answerWith, session } from '../http/testing';
import type { Attribute } from '../meta/attributes';
import type { Meta } from '../meta/useMeta';
import { type Entry, enterReport, reportForm } from './enterReport';

const named = { nameIt: '', nameEn: '', active: true };
const asked: Attribute[] = (['pole', 'which', 'since'] as const).map((code) => ({
  ...{ code, kind: 'text', it: '', en: '', hintIt: '', hintEn: '' },
  ...{ required: false, choices: [], stops: false, when: null },
}));
const meta: Meta = {
  departments: [{ id: 'd1', code: 'roads', ...named }],
  categories: [
    { id: 'c1', code: 'pothole', departmentId: 'd1', groupCode: 'roads', attributes: asked, ...named },
  ],
  crews: [],
  suppliers: [],
  materials: [],
  tiles: null,
  boundary: null,
  center: null,
  town: '',
};
const entry: Entry = {
  channel: 'phone',
  kind: 'problem',
  departmentId: 'd1',
  categoryId: 'c1',
  text: 'Una buca',
  danger: 2,
  emergency: 'none',
  joins: '',
  email: null,
  place: { lat: 44.9, lon: 8.6, address: null, source: 'map' },
  privacyRead: true,
  photos: null,
};

beforeEach(() => rememberSession(session()));

test('the API gets codes and coordinates, and no field that is empty', () => {
  expect(Object.fromEntries(reportForm(entry, meta))).toEqual({
    channel: 'phone',
    kind: 'problem',
    department: 'roads',
    category: 'pothole',
    text: 'Una buca',
    danger: '2',
    emergency: 'none',
    privacyRead: 'true',
    latitude: '44.9',
    longitude: '8.6',
    placeSource: 'map',
  });
});

test('what the category asks goes along, and nothing that another category asked', () => {
  const attributes = { pole: 12, which: ['one', 'two'], since: null, other: 'x' };
  const given = (change: object) =>
    [...reportForm({ ...entry, attributes, ...change }, meta)].filter(([name]) =>
      name.startsWith('attributes'),
    );
  expect(given({})).toEqual([
    ['attributes[pole]', '12'],
    ['attributes[which]', 'one'],
    ['attributes[which]', 'two'],
  ]);
  expect(given({ kind: 'question' })).toEqual([]);
});

test('a question has no danger, whatever was chosen before', () => {
  const form = reportForm({ ...entry, kind: 'question', danger: 4, emergency: 'imminent' }, meta);
  expect([form.get('kind'), form.get('danger'), form.get('emergency')]).toEqual(['question', null, null]);
});

test('a question may be about no place, and then says nothing of one', () => {
  const form = reportForm({ ...entry, kind: 'question', place: null }, meta);
  expect([...form.keys()].filter((key) => /^(latitude|longitude|address|placeSource)$/.test(key))).toEqual(
    [],
  );
});

test('pressing twice makes one report: the key goes along', async () => {
  const asked = answerWith({ status: 201, body: { id: 'r', number: 'AL-1', url: '/t/X' } });
  await enterReport(entry, meta, 'key-1');
  expect(asked.init(0)?.headers).toMatchObject({ 'Idempotency-Key': 'key-1' });
});

test('a refusal stands at the input that it is about', async () => {
  const fields = { latitude: 'Fuori dal Comune.', category: 'Scegli.', text: 'Troppo lungo.' };
  answerWith({ status: 422, body: { code: 'invalid-input', message: 'No.', fields } });
  await expect(enterReport(entry, meta, 'k')).rejects.toMatchObject({
    message: 'No.',
    body: { errors: { place: 'Fuori dal Comune.', categoryId: 'Scegli.', text: 'Troppo lungo.' } },
  });
});

test('of several pictures those that were refused are named', async () => {
  const fields = { 'photos.0': 'È danneggiata.', 'photos.1': 'È troppo grande.' };
  answerWith({ status: 422, body: { code: 'invalid-input', message: 'No.', fields } });
  const photos = [new File(['x'], 'buca.jpg'), new File(['x'], 'strada.jpg')];
  await expect(enterReport({ ...entry, photos }, meta, 'k')).rejects.toMatchObject({
    body: { errors: { photos: 'buca.jpg: È danneggiata. strada.jpg: È troppo grande.' } },
  });
});
