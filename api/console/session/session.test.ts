import { PasswordReset, User } from '../../../db/entities';
import { rowToken } from '../../../db/tokens';
import { allowedActions } from '../../../domain/permissions';
import { type Console, password, startConsole } from '../testing';

let at: Console;
beforeAll(async () => {
  at = await startConsole();
});
afterAll(() => at.stop());

test('signing in gives the person, the actions and the token; signing out ends it', async () => {
  const operator = await at.person('operator');
  const who = await operator.get('/session');
  expect(who.status).toBe(200);
  expect(who.body.user).toEqual({
    id: operator.id,
    name: 'operator',
    email: operator.email,
    role: 'operator',
    departmentId: null,
    locale: 'en',
    mustChangePassword: false,
  });
  expect(who.body.actions).toEqual(allowedActions('operator'));
  expect(who.body.csrf).toBe(operator.csrf);
  const cookie = operator.cookie;
  expect((await operator.delete('/session')).status).toBe(204);
  operator.cookie = cookie;
  expect((await operator.get('/session')).body.code).toBe('not-signed-in');
});

test('the cookie is out of reach of scripts and other sites, and is a new one after signing in', async () => {
  const operator = await at.person('operator');
  const before = operator.cookie;
  const again = await operator.signIn();
  const set = again.headers.getSetCookie().join();
  expect(set).toMatch(/^console=.*Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/);
  expect(operator.cookie).not.toBe(before);
});

test('a wrong password, an unknown e-mail and a deactivated account are told the same way', async () => {
  const operator = await at.person('operator');
  const off = await at.person('technician');
  await at.db.getRepository(User).update(off.id, { active: false });
  const answers = [
    await at.visitor().signIn({ email: operator.email, password: 'wrong password' }),
    await at.visitor().signIn({ email: 'nobody@example.org' }),
    await at.visitor().signIn({ email: off.email }),
  ];
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
    Array(3).fill([401, 'wrong-credentials']),
  );
  expect((await off.get('/session')).status).toBe(401);
});

test('an unknown e-mail takes as long as a wrong password', async () => {
  const operator = await at.person('operator');
  const time = async (email: string) => {
    const start = performance.now();
    await at.visitor().signIn({ email, password: 'wrong password' });
    return performance.now() - start;
  };
  await time('warm@example.org');
  const median = (times: number[]) => times.sort((a, b) => a - b)[2] as number;
  const known: number[] = [];
  const unknown: number[] = [];
  for (let i = 0; i < 5; i++) {
    known.push(await time(operator.email));
    unknown.push(await time(`unknown${i}@example.org`));
  }
  // Without the comparison an unknown one would be done ten times sooner.
  expect(median(unknown)).toBeGreaterThan(median(known) / 2);
});

test('too many tries are refused, even with the right password', async () => {
  const operator = await at.person('operator');
  const visitor = at.visitor();
  for (let i = 0; i < 10; i++) await visitor.signIn({ email: operator.email, password: 'wrong password' });
  const right = await visitor.signIn({ email: operator.email });
  expect([right.status, right.body.code]).toEqual([429, 'too-many-requests']);
  await at.db.query('DELETE FROM rate_limit');
});

test('without the token nothing changes', async () => {
  const operator = await at.person('operator');
  operator.csrf = 'forged';
  const put = await operator.put('/session/locale', { locale: 'it' });
  expect([put.status, put.body.code]).toEqual([403, 'bad-csrf']);
  expect((await operator.post('/cases/00000000-0000-4000-8000-000000000000/comments')).body.code).toBe(
    'bad-csrf',
  );
  expect((await operator.delete('/session')).body.code).toBe('bad-csrf');
  expect((await operator.get('/session')).body.user.locale).toBe('en');
  const foreign = await operator.send(
    'POST',
    '/session',
    { email: operator.email, password },
    { 'Sec-Fetch-Site': 'cross-site' },
  );
  expect(foreign.body.code).toBe('bad-csrf');
});

test('a changed password ends the other sessions and needs the old one', async () => {
  const operator = await at.person('operator');
  const elsewhere = await at.person('operator');
  await elsewhere.signIn({ email: operator.email });
  const next = 'another long password';
  const wrong = await operator.put('/session/password', { current: 'not this one', next });
  expect(wrong.body.fields).toEqual({ current: 'This is not the current password.' });
  expect((await operator.put('/session/password', { current: password, next: 'short' })).status).toBe(422);
  const changed = await operator.put('/session/password', { current: password, next });
  expect(changed.status).toBe(200);
  expect((await elsewhere.get('/session')).status).toBe(401);
  operator.csrf = changed.body.csrf;
  expect((await operator.put('/session/locale', { locale: 'it' })).body.user.locale).toBe('it');
  expect((await at.visitor().signIn({ email: operator.email, password: next })).status).toBe(200);
});

test('a forgotten password: one link, once, and no word about who works here', async () => {
  const operator = await at.person('operator');
  const asked = await at.visitor().post('/password-resets', { email: operator.email });
  const nobody = await at.visitor().post('/password-resets', { email: 'nobody@example.org' });
  expect([asked.status, nobody.status, asked.body]).toEqual([202, 202, nobody.body]);
  const row = await eventually(async () => {
    const [found] = await at.db.query(
      `SELECT data FROM message WHERE event = 'password-reset' AND recipient_id = $1`,
      [operator.id],
    );
    return found;
  });
  const token = rowToken(at.deps.config.appSecret, 'password-reset', row.data.resetId);
  expect(JSON.stringify(row)).not.toContain(token);
  const set = () => at.visitor().post(`/password-resets/${token}`, { password: 'a fresh password' });
  expect((await set()).status).toBe(204);
  expect((await set()).body.code).toBe('link-expired');
  expect((await operator.get('/session')).status).toBe(401);
  expect((await at.visitor().signIn({ email: operator.email, password: 'a fresh password' })).status).toBe(
    200,
  );
  expect(await at.db.getRepository(PasswordReset).countBy({ userId: operator.id })).toBe(1);
});

async function eventually<T>(find: () => Promise<T | undefined>): Promise<T> {
  for (let i = 0; i < 50; i++) {
    const found = await find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come');
}
