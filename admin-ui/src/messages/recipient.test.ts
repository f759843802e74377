import { expect, test } from 'vitest';
import { sayRecipient } from './recipient';

const translate = (key: string, options?: Record<string, unknown>) =>
  [key, options?.number].filter(Boolean).join(' ');
const nobody = { recipientName: null, reportNumber: null };

test.each([
  [{ ...nobody, recipientKind: 'person', reportNumber: 'AL-1' }, 'messagePage.reporter AL-1'],
  [{ ...nobody, recipientKind: 'person' }, 'words.recipient.person'],
  [
    { ...nobody, recipientKind: 'agency', recipientName: 'Vigili del Fuoco' },
    'words.recipient.agency: Vigili del Fuoco',
  ],
  [{ ...nobody, recipientKind: 'user' }, 'words.recipient.user'],
])('%j', (recipient, said) => {
  expect(sayRecipient(recipient, translate)).toBe(said);
});
