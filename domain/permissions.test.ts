import { commandNames } from './case/commands';
import { type Action, actions, allowedActions, may, mayFor } from './permissions';
import { roles } from './vocabulary';

const writing = actions.filter((action) => !action.endsWith('.read'));
const commands = commandNames.map((name): Action => `command.${name}`);

describe('the permission table', () => {
  it('lets the auditor read everything that an audit needs and change nothing but ask for a replay', () => {
    expect(allowedActions('auditor').filter((action) => !action.endsWith('.read'))).toEqual(['audit.replay']);
  });

  it('gives every command to somebody', () => {
    for (const command of commands) expect(roles.some((role) => may(role, command))).toBe(true);
  });

  it('gives the administrator every writing action', () => {
    for (const action of [...writing, ...commands])
      expect([action, may('admin', action)]).toEqual([action, true]);
  });

  it.each(['oversight', 'management', 'auditor'] as const)('lets %s give no command', (role) => {
    expect(commands.filter((command) => may(role, command))).toEqual([]);
  });

  it('keeps settings and people’s data from everybody but the administrator', () => {
    for (const action of ['settings.write', 'users.write', 'person.export', 'person.erase'] as const) {
      expect(roles.filter((role) => may(role, action))).toEqual(['admin']);
    }
  });
});

describe('mayFor', () => {
  const technician = { role: 'technician', departmentId: 'roads' } as const;

  it('holds a person to the own department', () => {
    expect(mayFor(technician, 'command.start', 'roads')).toBe(true);
    expect(mayFor(technician, 'command.start', 'parks')).toBe(false);
  });

  it('lets who has no department act on all', () => {
    expect(mayFor({ role: 'technician', departmentId: null }, 'command.start', 'parks')).toBe(true);
  });

  it('never gives by department what the role has not', () => {
    expect(mayFor(technician, 'command.accept', 'roads')).toBe(false);
  });
});
