import { beforeEach, expect, test } from 'vitest';
import { rememberSession } from '../http/session';
import { session } from '../http/testing';
import { draftOf, forgetDraft, keepDraft } from './drafts';

const signIn = (id: string) => {
  const signed = session();
  rememberSession({ ...signed, user: { ...signed.user, id } });
};

beforeEach(() => {
  signIn('u1');
  forgetDraft('case/note');
});

test('what was typed is there again after the session ended and the same person signed in', () => {
  rememberSession(null);
  keepDraft('case/note', { note: 'Ho parlato con…' });
  signIn('u1');
  expect(draftOf('case/note')).toEqual({ note: 'Ho parlato con…' });
  forgetDraft('case/note');
  expect(draftOf('case/note')).toBeUndefined();
});

test('somebody else does not find it, and whoever comes back does not either', () => {
  keepDraft('case/note', { note: 'mio' });
  signIn('u2');
  expect(draftOf('case/note')).toBeUndefined();
  signIn('u1');
  expect(draftOf('case/note')).toBeUndefined();
});
