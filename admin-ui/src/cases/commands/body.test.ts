import { expect, test } from 'vitest';
import { readYesNo } from '../../form/yesNo';
import type { CaseDetail } from '../types';
import { bodyOf, defaultsOf } from './body';

const row = {
  kind: 'problem',
  status: 'repaired',
  categoryId: 'cat',
  danger: 3,
  crewId: null,
  supplierId: 'sup',
  state: { cycle: 1, pauses: [{ id: 'p1', reason: 'supplier', endsAt: null }] },
} as unknown as CaseDetail;

test('assigning names a crew or a supplier, never both', () => {
  const both = { crewId: 'c', supplierId: 's' };
  expect(bodyOf('assign', { by: 'crew', ...both })).toEqual({ assignee: { kind: 'crew', id: 'c' } });
  expect(bodyOf('assign', { by: 'supplier', ...both })).toEqual({ assignee: { kind: 'supplier', id: 's' } });
});

test('a repair is one doer’s work with its materials; empty notes and photos are left out', () => {
  const values = {
    by: 'supplier',
    crewId: 'c',
    supplierId: 's',
    procedure: 'Rappezzo',
    hours: '0',
    cost: '12,50',
    materials: [
      { material: 'Asfalto', quantity: '2.5', unit: 'sacchi' },
      { materialId: 'free', material: 'Ghiaia', quantity: '1', unit: 't' },
      { materialId: 'm1', material: null, quantity: '3', unit: null },
    ],
    note: '',
    photoId: null,
  };
  expect(bodyOf('mark-repaired', values)).toEqual({
    supplierId: 's',
    procedure: 'Rappezzo',
    hours: 0,
    cost: 12.5,
    materials: [
      { material: 'Asfalto', quantity: 2.5, unit: 'sacchi' },
      { material: 'Ghiaia', quantity: 1, unit: 't' },
      { materialId: 'm1', quantity: 3 },
    ],
  });
});

test('instants travel as milliseconds', () => {
  const at = '2026-11-25T12:00:00.000Z';
  expect(bodyOf('import-deadline', { dueAt: at, note: 'n' })).toEqual({ dueAt: Date.parse(at), note: 'n' });
  expect(bodyOf('pause', { reason: 'citizen', until: null, note: 'n' })).toEqual({
    reason: 'citizen',
    note: 'n',
  });
});

test('"no" is an answer, a boolean, and is not left out', () => {
  const reopen = readYesNo('false');
  expect(bodyOf('decide-reopen', { reopen, note: 'n' })).toEqual({ reopen: false, note: 'n' });
  const judged = { real: true, categoryRight: false, dangerRight: true };
  expect(bodyOf('qualify', judged)).toEqual(judged);
});

test('where nothing was there, nothing of what was said was right', () => {
  expect(bodyOf('qualify', { real: readYesNo('false'), categoryId: 'cat', danger: 3 })).toEqual({
    ...{ real: false, categoryId: 'cat', danger: 3 },
    ...{ categoryRight: false, dangerRight: false, descriptionRight: false, timely: false },
  });
});

test('forms start from the case as it is', () => {
  expect(defaultsOf('verify', row)).toEqual({ categoryId: 'cat', danger: 3 });
  expect(defaultsOf('verify', { ...row, kind: 'question' })).toEqual({ categoryId: 'cat' });
  expect(defaultsOf('resume', row)).toEqual({ pauseId: 'p1' });
  expect(defaultsOf('close', row)).toEqual({ outcome: 'not-fixed' });
  expect(defaultsOf('close', { ...row, status: 'rating' })).toEqual({ outcome: 'repaired' });
});

test('what statistics live on is answered by people, never beforehand', () => {
  const repair = defaultsOf('mark-repaired', row);
  expect(repair).toMatchObject({ by: 'supplier', crewId: null, supplierId: 'sup', materials: [] });
  expect(defaultsOf('qualify', row)).toEqual({ real: null, categoryId: 'cat', danger: 3 });
  expect(defaultsOf('qualify', { ...row, status: 'working' }).real).toBe(false);
});
