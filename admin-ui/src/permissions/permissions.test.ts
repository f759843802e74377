import { describe, expect, test } from 'vitest';
import { canAccess } from './permissions';

describe('who may open what', () => {
  test.each([
    ['cases', 'list', ['case.read'], true],
    ['cases', 'edit', ['case.read', 'settings.write'], false],
    ['cases', 'delete', ['case.read', 'settings.write'], false],
    ['reports', 'create', ['case.read'], false],
    ['reports', 'create', ['report.enter'], true],
    ['rounds', 'list', ['round.read'], true],
    ['rounds', 'create', ['round.read', 'round.drive'], false],
    ['rounds', 'create', ['round.plan'], true],
    ['audit', 'list', ['case.read'], false],
    ['audit', 'show', ['audit.read'], true],
    ['setting-changes', 'list', ['settings.read'], false],
    ['what-if', 'list', ['case.read', 'settings.read'], false],
    ['what-if', 'list', ['diagnosis.read'], true],
    ['signed-days', 'list', ['audit.read'], true],
    ['messages', 'list', ['settings.write'], false],
    ['people', 'list', ['person.read'], false],
    ['people', 'list', ['person.export'], true],
    ['redemptions', 'list', ['settings.read'], false],
    ['redemptions', 'list', ['redemption.use'], true],
    ['appeals', 'list', ['appeal.answer'], true],
    ['appeals', 'edit', ['appeal.answer'], false],
    ['rewards', 'edit', ['redemption.use'], false],
    ['crews', 'list', ['settings.read'], true],
    ['crews', 'edit', ['settings.read'], false],
    ['crews', 'create', ['settings.write'], true],
    ['users', 'list', ['settings.read'], false],
    ['users', 'edit', ['settings.write'], false],
    ['users', 'edit', ['users.write'], true],
  ])('%s %s with %j: %s', (resource, action, actions, allowed) => {
    expect(canAccess(actions, resource, action)).toBe(allowed);
  });

  test('without actions nothing is open', () => {
    for (const resource of ['cases', 'reports', 'audit', 'users', 'crews', 'somewhere'])
      for (const action of ['list', 'show', 'create', 'edit', 'delete'])
        expect(canAccess([], resource, action)).toBe(false);
  });
});
