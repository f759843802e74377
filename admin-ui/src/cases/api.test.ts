import { beforeEach, expect, test, vi } from 'vitest';
import { rememberSession } from '../http/session';
import { answerWith, session } from '../http/testing';
import { sendCommand, uploadPhoto } from './api';

const notYet = { status: 202, body: { code: 'not-confirmed-yet', message: 'Non ancora confermato.' } };
const done = { body: { version: 3, status: 'accepting' } };
const verify = { name: 'verify', commandId: 'id-1' } as const;

beforeEach(() => rememberSession(session()));

test('a command that is not confirmed yet is sent again with the same id until it is', async () => {
  const asked = answerWith(notYet, notYet, done);
  const waiting = vi.fn();
  await expect(sendCommand('c1', verify, waiting, 1)).resolves.toEqual(done.body);
  expect(waiting).toHaveBeenCalledTimes(2);
  expect([0, 1, 2].map((call) => asked.body(call).commandId)).toEqual(['id-1', 'id-1', 'id-1']);
});

test('once received it outlives a lost connection and a server that restarts', async () => {
  const asked = answerWith(notYet, 'lost', { status: 502, body: {} }, done);
  await expect(sendCommand('c1', verify, vi.fn(), 1)).resolves.toEqual(done.body);
  expect([0, 1, 2, 3].map((call) => asked.body(call).commandId)).toEqual(Array(4).fill('id-1'));
});

test('not received, it is for the person to press again', async () => {
  answerWith('lost');
  await expect(sendCommand('c1', verify, vi.fn(), 1)).rejects.toMatchObject({ status: 0 });
});

test('a refusal ends it with the case’s reason', async () => {
  answerWith({ status: 409, body: { code: 'illegal-transition', message: 'Il caso non lo permette.' } });
  const waiting = vi.fn();
  await expect(sendCommand('c1', verify, waiting, 1)).rejects.toThrow('Il caso non lo permette.');
  expect(waiting).not.toHaveBeenCalled();
});

test('a picture is stored with its purpose', async () => {
  const asked = answerWith({ status: 201, body: { photoId: 'p1' } });
  await expect(uploadPhoto('c1', new File(['x'], 'dopo.jpg'), 'after')).resolves.toBe('p1');
  const form = asked.init(0)?.body as FormData;
  expect(form.get('purpose')).toBe('after');
  expect((form.get('photos') as File).name).toBe('dopo.jpg');
});
