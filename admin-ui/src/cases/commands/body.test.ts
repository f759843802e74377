import { expect, test } from 'vitest';
import type { CaseDetail } from '../types';
import { bodyOf, defaultsOf } from './body';

const row = {
  status: 'repaired',
  categoryId: 'cat',
  danger: 3,
  crewId: null,
  supplierId: 'sup',
  state: { cycle: 1, pauses: [{ id: 'p1', reason: 'supplier', until: null }] },
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
    hours: 0,
    cost: 12.5,
    note: '',
    photoId: null,
  };
  expect(bodyOf('mark-repaired', values)).toEqual({
    supplierId: 's',
    procedure: 'Rappezzo',
    hours: 0,
    cost: 12.5,
    materials: [],
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

test('"no" is an answer and is not left out', () => {
  expect(bodyOf('decide-reopen', { reopen: false, note: 'n' })).toEqual({ reopen: false, note: 'n' });
  expect(bodyOf('qualify', { real: false })).toEqual({ real: false });
});

test('forms start from the case as it is', () => {
  expect(defaultsOf('verify', row)).toEqual({ categoryId: 'cat', danger: 3 });
  expect(defaultsOf('mark-repaired', row)).toMatchObject({ by: 'supplier', supplierId: 'sup' });
  expect(defaultsOf('resume', row)).toEqual({ pauseId: 'p1' });
  expect(defaultsOf('close', row)).toEqual({ outcome: 'not-fixed' });
  expect(defaultsOf('close', { ...row, status: 'rating' })).toEqual({ outcome: 'repaired' });
});
