import { expect, test } from 'vitest';
import { quarters } from '../diagnosis/period';
import { casesLink, queryOf, readAsked } from './asked';

const known = quarters(new Date(2026, 10, 28));

test('the address says what is looked at; what it does not know is the newest quarter of everybody', () => {
  const asked = readAsked(new URLSearchParams('quarter=2026-3&department=d1'), known, ['d1']);
  expect([asked.quarter.id, asked.departmentId]).toEqual(['2026-3', 'd1']);
  expect(queryOf(asked)).toBe('quarter=2026-3&departmentId=d1');
  const other = readAsked(new URLSearchParams('quarter=1999-3&department=gone'), known, ['d1']);
  expect(queryOf(other)).toBe('quarter=2026-4');
});

test('a figure leads to the list with its filter', () => {
  const filter = { counted: true, departmentId: ['d'], openAt: '2026-11-28T10:00:00Z' };
  const [path, query] = casesLink(filter).split('?');
  expect(path).toBe('/cases');
  expect(JSON.parse(new URLSearchParams(query).get('filter') ?? '')).toEqual(filter);
});
