import { describe, expect, test } from 'vitest';
import {
  bands,
  caseStatuses,
  categoryGroups,
  clockKinds,
  commandNames,
  dangers,
  emergencies,
  exposureKinds,
  roles,
  skills,
  stages,
  unassignReasons,
} from '../vocabulary';
import { en } from './en';
import { it } from './it';

const flat = (tree: object, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' ? flat(value, `${path}${key}.`) : [[path + key, value] as [string, string]],
  );
const italian = new Map(flat(it));
const english = new Map(flat(en));
const blanks = (text: string) => [...text.matchAll(/%\{\w+\}/g)].map(([blank]) => blank).sort();

describe('the two languages', () => {
  test('have the same keys, react-admin’s own included', () => {
    const missing = (one: Map<string, string>, other: Map<string, string>) =>
      [...one.keys()].filter((key) => !other.has(key));
    expect(missing(english, italian)).toEqual([]);
    expect(missing(italian, english)).toEqual([]);
  });

  test('leave no text of ours empty', () => {
    for (const [key, text] of [...italian, ...english])
      if (!key.startsWith('ra.')) expect(text.trim(), key).not.toBe('');
  });

  test('fill in the same blanks', () => {
    const own = [...italian].filter(([key]) => !key.startsWith('ra.'));
    const unlike = own.filter(([key, text]) => blanks(text).join() !== blanks(english.get(key) ?? '').join());
    expect(unlike.map(([key]) => key)).toEqual([]);
  });
});

test.each([
  ['status', caseStatuses],
  ['danger', dangers],
  ['dangerShort', dangers],
  ['emergency', emergencies],
  ['band', bands],
  ['exposureKind', exposureKinds],
  ['clock', clockKinds],
  ['stage', stages],
  ['role', roles],
  ['group', categoryGroups],
  ['skill', skills],
  ['unassignReason', unassignReasons],
])('every %s has its word', (group, codes) => {
  for (const code of codes) expect(italian.has(`words.${group}.${code}`), String(code)).toBe(true);
});

test('every command has its button and its sentence', () => {
  for (const name of commandNames) {
    expect(italian.has(`commands.${name}.label`), name).toBe(true);
    expect(italian.has(`commands.${name}.intro`), name).toBe(true);
  }
});
