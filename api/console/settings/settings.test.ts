import { randomUUID } from 'node:crypto';
import { Case, LogEntry, Note, User } from '../../../db/entities';
import {
  type Console,
  createCase,
  createTown,
  password,
  startConsole,
  type Town,
  type Visitor,
} from '../testing';

let at: Console;
let town: Town;
let admin: Visitor;
beforeAll(async () => {
  at = await startConsole();
  town = await createTown(at.db);
  admin = await at.person('admin');
});
afterAll(() => at.stop());

const office = {
  timezone: 'Europe/Rome',
  opening: {
    1: [
      ['08:00', '13:00'],
      ['14:00', '17:30'],
    ],
    5: [['08:00', '13:00']],
  },
  holidays: 'IT',
  extraHolidays: ['11-10', '2027-01-04'],
};
const hour = { minutes: 60, mode: 'working', remindBefore: 20, grace: 30 };
const targets = { targets: { repair: hour }, maxPauseMinutes: 120 };
const square = [
  [
    [8.6, 44.9],
    [8.7, 44.9],
    [8.7, 45],
    [8.6, 44.9],
  ],
];

/** The least that each kind of setting takes, and a change of it. */
async function examples(): Promise<Record<string, [create: object, change: object]>> {
  const { departmentId } = town;
  const crewUser = await at.person('technician', departmentId);
  const [calendar] = (await admin.get('/calendars')).body;
  const code = `c-${randomUUID()}`;
  const both = { nameIt: 'Verde', nameEn: 'Green' };
  const name = `Nome ${code}`;
  const email = `${code}@example.org`;
  return {
    calendars: [{ name, rules: office }, { rules: { ...office, holidays: null } }],
    departments: [
      { code, ...both, calendarId: calendar.id },
      { nameEn: 'Gardens', position: 3 },
    ],
    categories: [
      { code, groupCode: 'green', ...both, departmentId },
      { groupCode: 'trees', serviceMinutes: 45, skill: 'pruning' },
    ],
    policies: [
      { name, departmentId, categoryId: null, urgency: 'urgent', targets },
      { targets: { ...targets, maxPauseMinutes: 60 } },
    ],
    crews: [
      { departmentId, name, skills: ['buche'] },
      {
        skills: [],
        depot: { type: 'Point', coordinates: [8.6, 44.9] },
        shift: { from: '07:30', to: '15:30', pause: { earliest: '12:00', latest: '13:30', minutes: 30 } },
      },
    ],
    'roster-shifts': [
      {
        departmentId,
        userId: crewUser.id,
        startsAt: '2026-12-01T08:00:00+01:00',
        endsAt: '2026-12-01T20:00:00+01:00',
      },
      { endsAt: '2026-12-01T22:00:00+01:00' },
    ],
    agencies: [{ name, webhookUrl: 'https://112.example.org/in' }, { ackMinutes: 10 }],
    suppliers: [{ name, email }, { active: false }],
    'road-owners': [
      {
        ...{ name, kind: 'province', onReport: 'decline', contactIt: 'Chiama', contactEn: 'Call' },
        area: { type: 'Polygon', coordinates: square },
      },
      { kind: 'state' },
    ],
    'exposure-places': [
      { name, kind: 'school', area: { type: 'Point', coordinates: [8.6, 44.9] } },
      { kind: 'hospital', area: { type: 'Polygon', coordinates: square } },
    ],
    users: [
      { email, name, role: 'operator' },
      { role: 'coordinator', departmentId },
    ],
  };
}

const logOf = async (id: string) => {
  const entries = await at.db
    .getRepository(LogEntry)
    .find({ where: { chain: 'settings' }, order: { seq: 'ASC' } });
  return entries.filter(({ data }) => data.id === id);
};

test('each kind is made, shown, found, changed and removed, and each step is in the log', async () => {
  for (const [name, [create, change]] of Object.entries(await examples())) {
    const made = await admin.post(`/${name}`, create);
    expect([name, made.status, made.body.fields]).toEqual([name, 201, undefined]);
    const { id } = made.body;
    const { body: shown } = await admin.get(`/${name}/${id}`);
    expect((await admin.get(`/${name}?_ids=${id}`)).body).toEqual([shown]);
    // The console sends back what it was shown.
    const changed = await admin.put(`/${name}/${id}`, { ...shown, ...change });
    expect([name, changed.status, changed.body.fields]).toEqual([name, 200, undefined]);
    expect((await admin.put(`/${name}/${id}`, changed.body)).body).toEqual(changed.body);
    // A new person has been written to: the account stays, and is no longer used.
    const did = name === 'users' ? 'deactivated' : 'removed';
    expect((await admin.delete(`/${name}/${id}`)).body).toEqual({ id, did });

    const log = await logOf(id);
    const steps = ['setting-created', 'setting-changed', `setting-${did}`];
    expect(log.map((entry) => [entry.name, entry.actorId, entry.data.resource])).toEqual(
      steps.map((step) => [step, admin.id, name]),
    );
    expect(Object.keys(log[1]?.data.changes as object).sort()).toEqual(Object.keys(change).sort());
  }
});

test('unknown fields are refused, all wrong fields are named at once, and nothing is written', async () => {
  const entries = await at.db.getRepository(LogEntry).count();
  for (const [name, [create]] of Object.entries(await examples())) {
    const more = await admin.post(`/${name}`, { ...create, secretly: true });
    expect([name, more.status, Object.keys(more.body.fields)]).toEqual([name, 422, ['secretly']]);
    const required = Object.keys((await admin.post(`/${name}`, {})).body.fields);
    expect([name, required.length > 1]).toEqual([name, true]);
    for (const field of required) expect(Object.keys(create)).toContain(field);
  }
  expect(await at.db.getRepository(LogEntry).count()).toBe(entries);
});

const nowhere = randomUUID();
const mistakes: [kind: string, wrong: object, fields: string[]][] = [
  ['calendars', { rules: { ...office, timezone: 'Roma' } }, ['rules.timezone']],
  [
    'calendars',
    { rules: { ...office, holidays: 'XX', extraHolidays: ['30-02'] } },
    ['rules.extraHolidays', 'rules.holidays'],
  ],
  ['calendars', { rules: { ...office, opening: { 1: [['17:00', '08:00']] } } }, ['rules.opening']],
  ['calendars', { rules: { ...office, opening: { 8: [['08:00', '09:00']] } } }, ['rules.opening']],
  ['calendars', { rules: { ...office, opening: {} } }, ['rules.opening']],
  ['departments', { calendarId: nowhere }, ['calendarId']],
  ['departments', { agencyIds: [nowhere] }, ['agencyIds']],
  ['departments', { code: 'Verde Pubblico', nameIt: ' ' }, ['code', 'nameIt']],
  ['categories', { departmentId: nowhere }, ['departmentId']],
  ['policies', { categoryId: nowhere }, ['categoryId']],
  [
    'policies',
    { targets: { ...targets, targets: { repair: { ...hour, minutes: 0 } } } },
    ['targets.targets.repair.minutes'],
  ],
  ['policies', { targets: { ...targets, targets: { lunch: hour } } }, ['targets.targets.lunch']],
  ['policies', { targets: { ...targets, targets: {} } }, ['targets.targets']],
  [
    'policies',
    { targets: { ...targets, targets: { repair: { ...hour, remindBefore: 60 } } } },
    ['targets.targets.repair.remindBefore'],
  ],
  ['categories', { serviceMinutes: 0 }, ['serviceMinutes']],
  ['crews', { shift: { from: '7:30', to: '24:00' } }, ['shift.from', 'shift.to']],
  ['crews', { depot: { type: 'Point', coordinates: [200, 0] } }, ['depot.coordinates.0']],
  ['roster-shifts', { userId: nowhere }, ['userId']],
  ['roster-shifts', { endsAt: '2026-12-01T07:00:00+01:00' }, ['endsAt']],
  ['agencies', { webhookUrl: 'file:///etc/passwd', secret: 'short' }, ['secret', 'webhookUrl']],
  ['suppliers', { email: 'nobody' }, ['email']],
  ['road-owners', { onReport: 'forward' }, ['email']],
  ['road-owners', { area: { type: 'Polygon', coordinates: [1] } }, ['area']],
  ['road-owners', { area: { type: 'Point', coordinates: [8.6, 44.9] } }, ['area']],
  ['exposure-places', { kind: 'castle' }, ['kind']],
  ['exposure-places', { area: { type: 'Point', coordinates: [8.6, 144.9] } }, ['area']],
  ['users', { role: 'mayor' }, ['role']],
  ['users', { role: 'technician' }, ['departmentId']],
  ['users', { phone: 'abc' }, ['phone']],
  ['users', { phone: '12' }, ['phone']],
  ['users', { role: 'admin', departmentId: nowhere }, ['departmentId']],
];
test.each(mistakes.map(([kind, wrong, fields]) => [kind, fields, wrong] as const))(
  'nonsense in %s is refused and named: %j',
  async (kind, fields, wrong) => {
    const [create] = (await examples())[kind] as [object, object];
    const { status, body } = await admin.post(`/${kind}`, { ...create, ...wrong });
    expect([status, Object.keys(body.fields ?? {}).sort()]).toEqual([422, fields]);
  },
);

test('an agency’s secret is shown once, changed only on purpose, and never logged', async () => {
  const create = (await examples()).agencies?.[0] as object;
  const { body: made } = await admin.post('/agencies', create);
  expect(made.secret).toMatch(/^whsec_.{44}$/);
  const { secret, ...shown } = made;
  expect((await admin.get(`/agencies/${made.id}`)).body).toEqual(shown);
  expect((await admin.get(`/agencies?_ids=${made.id}`)).body).toEqual([shown]);
  const stored = async () =>
    (await at.db.query('SELECT secret FROM agency WHERE id = $1', [made.id]))[0].secret;
  expect((await admin.put(`/agencies/${made.id}`, { ...shown, ackMinutes: 7 })).body).not.toHaveProperty(
    'secret',
  );
  expect(await stored()).toBe(secret);
  const next = `whsec_${'A'.repeat(43)}=`;
  expect((await admin.put(`/agencies/${made.id}`, { ...shown, secret: next })).body).not.toHaveProperty(
    'secret',
  );
  expect(await stored()).toBe(next);
  const log = await logOf(made.id);
  expect(log.map(({ data }) => (data.changes as { secret?: unknown }).secret)).toEqual([
    true,
    undefined,
    true,
  ]);
  expect(JSON.stringify(log)).not.toContain('whsec_');
});

test('what was used is no longer offered, and stays; what cannot rest is refused', async () => {
  const own = await createTown(at.db);
  const row = await createCase(at.db, own);
  await at.person('coordinator', own.departmentId);
  const said = async (path: string) => {
    const { status, body } = await admin.delete(path);
    return [status, body.code ?? body.did, body.message];
  };
  const off = 'To offer it no longer, switch “Active” off and save.';
  const department = `/departments/${own.departmentId}`;
  const { calendarId } = (await admin.get(department)).body;
  expect(await said(`/categories/${row.categoryId}`)).toEqual([
    ...[409, 'conflict', `It cannot be removed, it is still needed: 1 open case. ${off}`],
  ]);
  expect(await said(department)).toEqual([
    ...[
      409,
      'conflict',
      `It cannot be removed, it is still needed: 1 open case, 1 category, 1 person. ${off}`,
    ],
  ]);
  expect(await said(`/calendars/${calendarId}`)).toEqual([
    ...[409, 'conflict', 'It cannot be removed, it is still needed: 1 department.'],
  ]);
  await at.db.getRepository(Case).update(row.id, { status: 'closed' });
  expect(await said(`/categories/${row.categoryId}`)).toEqual([200, 'deactivated', undefined]);
  expect((await admin.get(`/categories/${row.categoryId}`)).body.active).toBe(false);
  expect((await admin.delete(`/calendars/${nowhere}`)).status).toBe(404);
});

test('names and scopes that are taken are said in words', async () => {
  const { suppliers, policies } = await examples();
  const [again, rival] = [suppliers?.[0] as object, policies?.[0] as object];
  expect((await admin.post('/suppliers', again)).status).toBe(201);
  expect((await admin.post('/suppliers', again)).body).toMatchObject({
    code: 'conflict',
    fields: { name: expect.any(String) },
  });
  const { departments, users } = await examples();
  for (const [kind, create, field] of [
    ['departments', departments?.[0], 'code'],
    ['users', users?.[0], 'email'],
  ] as const) {
    await admin.post(`/${kind}`, create);
    expect(Object.keys((await admin.post(`/${kind}`, create)).body.fields)).toEqual([field]);
  }
  expect((await admin.post('/policies', rival)).status).toBe(201);
  const second = await admin.post('/policies', rival);
  expect([second.status, Object.keys(second.body.fields)]).toEqual([409, ['urgency']]);
  expect((await admin.post('/policies', { ...rival, active: false })).status).toBe(201);
});

test('the roster is asked for what is over or for what is not', async () => {
  const { departmentId } = await createTown(at.db);
  const { id: userId } = await at.person('technician', departmentId);
  const shift = async (startsAt: string, endsAt: string) =>
    (await admin.post('/roster-shifts', { departmentId, userId, startsAt, endsAt })).body.id;
  const past = await shift('2020-01-06T08:00:00+01:00', '2020-01-13T08:00:00+01:00');
  const now = await shift('2020-01-13T08:00:00+01:00', '2100-01-01T08:00:00+01:00');
  const ids = async (query: string) =>
    (await admin.get(`/roster-shifts?departmentId=${departmentId}${query}`)).body.map(
      ({ id }: { id: string }) => id,
    );
  expect([await ids(''), await ids('&over=true'), await ids('&over=false')]).toEqual([
    [past, now],
    [past],
    [now],
  ]);
});

test('on call is who belongs to the department, once at a time; several may be', async () => {
  const shift = (await examples())['roster-shifts']?.[0] as { startsAt: string; endsAt: string };
  const { body: made } = await admin.post('/roster-shifts', shift);
  const overlapping = {
    ...shift,
    startsAt: '2026-12-01T19:00:00+01:00',
    endsAt: '2026-12-02T08:00:00+01:00',
  };
  const wrongIn = async (body: object, id?: string) => {
    const { status, body: said } = await (id
      ? admin.put(`/roster-shifts/${id}`, body)
      : admin.post('/roster-shifts', body));
    return [status, ...Object.keys(said.fields ?? {})];
  };
  expect(await wrongIn(overlapping)).toEqual([422, 'startsAt']);
  expect(await wrongIn({ ...overlapping, startsAt: shift.endsAt })).toEqual([201]);
  expect(await wrongIn(shift, made.id)).toEqual([200]);
  const colleague = await at.person('coordinator');
  expect(await wrongIn({ ...shift, userId: colleague.id })).toEqual([201]);
  const stranger = await at.person('technician', (await createTown(at.db)).departmentId);
  expect(await wrongIn({ ...shift, userId: stranger.id })).toEqual([422, 'userId']);
  await at.db.getRepository(User).update(colleague.id, { active: false });
  expect(await wrongIn({ ...overlapping, userId: colleague.id })).toEqual([422, 'userId']);
});

test('why something was changed stands in the log, as words that can be erased', async () => {
  const { suppliers } = await examples();
  const { body: made } = await admin.post('/suppliers', { ...suppliers?.[0], why: ' Vinta la gara ' });
  expect(made).not.toHaveProperty('why');
  const { noteId } = (await logOf(made.id))[0] as LogEntry;
  expect(await at.db.getRepository(Note).findOneByOrFail({ id: noteId as string })).toMatchObject({
    body: 'Vinta la gara',
  });
  await admin.put(`/suppliers/${made.id}`, { ...made, active: false, why: null });
  expect((await logOf(made.id))[1]?.noteId).toBeNull();
  const long = await admin.put(`/suppliers/${made.id}`, { ...made, why: 'x'.repeat(2001) });
  expect([long.status, Object.keys(long.body.fields)]).toEqual([422, ['why']]);
});

test('a new person is invited, and a changed one loses what they may no longer do at once', async () => {
  const create = (await examples()).users?.[0] as { email: string };
  const { body: made } = await admin.post('/users', { ...create, phone: '+39 0131 000000' });
  expect(made).not.toHaveProperty('passwordHash');
  const [mail] = await at.db.query(`SELECT data->>'why' AS why FROM message WHERE recipient_id = $1`, [
    made.id,
  ]);
  expect(mail.why).toBe('invitation');
  expect((await at.visitor().signIn({ email: create.email })).status).toBe(401);
  const log = JSON.stringify(await logOf(made.id));
  expect(log).not.toContain(create.email);
  expect(log).not.toContain('0131');

  const operator = await at.person('operator');
  const { body: shown } = await admin.get(`/users/${operator.id}`);
  await admin.put(`/users/${operator.id}`, { ...shown, role: 'auditor' });
  expect((await operator.post('/reports', {})).status).toBe(403);
  await admin.put(`/users/${operator.id}`, { ...shown, active: false });
  expect((await operator.get('/cases')).status).toBe(401);
  expect((await at.visitor().signIn({ email: operator.email, password })).status).toBe(401);
});

test('the last administrator stays one', async () => {
  const { body: shown } = await admin.get(`/users/${admin.id}`);
  for (const answer of [
    await admin.put(`/users/${admin.id}`, { ...shown, role: 'operator' }),
    await admin.put(`/users/${admin.id}`, { ...shown, active: false }),
    await admin.delete(`/users/${admin.id}`),
  ])
    expect([answer.status, Object.keys(answer.body.fields)]).toEqual([409, ['role']]);
  expect(await at.db.getRepository(User).findOneBy({ id: admin.id })).toMatchObject({
    role: 'admin',
    active: true,
  });
});
