import { beforeEach, expect, test } from 'vitest';
import { authProvider } from './authProvider';
import { currentSession, hasSessionEnded, rememberSession } from './session';
import { answerWith, session } from './testing';

const signedOut = { status: 401, body: { code: 'not-signed-in', message: 'Accedi per continuare.' } };

beforeEach(() => rememberSession(null));

test('signing in remembers the session and leads back to where one was', async () => {
  answerWith({ body: session() });
  await expect(authProvider.login({ email: 'a@b.it', password: 'x' })).resolves.toBeUndefined();
  expect(currentSession()?.csrf).toBe('token-1');
});

test('a first password leads to the page that changes it, and bars no other', async () => {
  answerWith({ body: session([], true) });
  await expect(authProvider.login({ email: 'a@b.it', password: 'x' })).resolves.toEqual({
    redirectTo: '/password',
  });
  await expect(authProvider.checkAuth({})).resolves.toBeUndefined();
});

test('without a session nobody gets in', async () => {
  answerWith(signedOut);
  await expect(authProvider.checkAuth({})).rejects.toMatchObject({ status: 401 });
});

test('only a lost session signs out: being refused does not', async () => {
  rememberSession(session());
  await expect(authProvider.checkError({ status: 403 })).resolves.toBeUndefined();
  expect(currentSession()).not.toBeNull();
  await expect(authProvider.checkError({ status: 401 })).rejects.toMatchObject({ status: 401 });
  expect(currentSession()).toBeNull();
});

test('whose session ended is told so until the next one; who was not signed in is not', async () => {
  await authProvider.checkError({ status: 401 }).catch(() => undefined);
  expect(hasSessionEnded()).toBe(false);
  rememberSession(session());
  await authProvider.checkError({ status: 401 }).catch(() => undefined);
  // A second answer comes late, and react-admin signs out.
  await authProvider.checkError({ status: 401 }).catch(() => undefined);
  await authProvider.logout({});
  expect(hasSessionEnded()).toBe(true);
  answerWith({ body: session() });
  await authProvider.login({ email: 'a@b.it', password: 'x' });
  expect(hasSessionEnded()).toBe(false);
});

test('signing out forgets the session even when the server has forgotten it before', async () => {
  rememberSession(session());
  answerWith(signedOut);
  await authProvider.logout({});
  expect(currentSession()).toBeNull();
});

test('access follows from the actions of the session', async () => {
  rememberSession(session(['settings.read']));
  const may = (action: string) => authProvider.canAccess?.({ resource: 'crews', action });
  await expect(may('list')).resolves.toBe(true);
  await expect(may('edit')).resolves.toBe(false);
});
