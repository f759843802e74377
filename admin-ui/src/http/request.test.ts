import { HttpError } from 'ra-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { isUnanswered, request } from './request';
import { currentSession, rememberSession } from './session';
import { answerWith, session } from './testing';

beforeEach(() => rememberSession(session()));

test('what changes something carries the CSRF token, what reads does not', async () => {
  const asked = answerWith({ body: [] }, { body: {} });
  await request('/cases');
  await request('/cases/1/comments', { method: 'POST', body: { words: 'ciao' } });
  expect(asked.path(0)).toBe('/api/console/cases');
  expect(asked.init(0)?.headers).not.toHaveProperty('X-CSRF-Token');
  expect(asked.init(1)?.headers).toMatchObject({ 'X-CSRF-Token': 'token-1', 'Accept-Language': 'it' });
  expect(asked.body(1)).toEqual({ words: 'ciao' });
});

test('a refusal keeps the sentence and puts the fields at their inputs', async () => {
  answerWith({
    status: 422,
    body: { code: 'invalid-input', message: 'Alcuni dati mancano.', fields: { name: 'Obbligatorio.' } },
  });
  const refused = await request('/crews', { method: 'POST', body: {} }).catch((error) => error);
  expect(refused).toBeInstanceOf(HttpError);
  expect(refused).toMatchObject({
    message: 'Alcuni dati mancano.',
    status: 422,
    body: { code: 'invalid-input', errors: { name: 'Obbligatorio.' } },
  });
});

test('a stale CSRF token is fetched anew and the request repeated once', async () => {
  const stale = { status: 403, body: { code: 'bad-csrf', message: '…' } };
  const asked = answerWith(stale, { body: { ...session(), csrf: 'token-2' } }, { body: { ok: true } });
  const { body } = await request('/x', { method: 'POST', body: {} });
  expect(body).toEqual({ ok: true });
  expect(asked.init(2)?.headers).toMatchObject({ 'X-CSRF-Token': 'token-2' });
  expect(currentSession()?.csrf).toBe('token-2');
});

test('a token that stays stale is refused, not repeated for ever', async () => {
  const stale = { status: 403, body: { code: 'bad-csrf', message: 'Ricarica la pagina.' } };
  const asked = answerWith(stale, { body: session() }, stale);
  await expect(request('/x', { method: 'POST' })).rejects.toThrow('Ricarica la pagina.');
  expect(asked.calls()).toBe(3);
});

test('a server out of reach is said in the person’s language; who stopped asking is no failure', async () => {
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
  const lost = await request('/cases').catch((error) => error);
  expect(lost).toMatchObject({ message: 'app.error.unreachable', status: 0 });
  expect(isUnanswered(lost)).toBe(true);
  vi.stubGlobal('fetch', async () => Promise.reject(new DOMException('', 'AbortError')));
  await expect(request('/cases')).rejects.toBeInstanceOf(DOMException);
});

test('files travel as a form: the browser sets its own content type', async () => {
  const asked = answerWith({ body: { photoId: 'p' } });
  await request('/cases/1/photos', { method: 'POST', body: new FormData() });
  expect(asked.init(0)?.headers).not.toHaveProperty('Content-Type');
});
