import type { TranslationMessages } from 'ra-core';
import english from 'ra-language-english';

/** react-admin's own texts, a few of them said more exactly. */
export const framework: TranslationMessages = {
  ra: {
    ...english.ra,
    message: {
      ...english.ra.message,
      invalid_form: 'Not saved yet: look at the lines in red.',
      delete_content:
        'Do you really want to delete this? What has been used stays in the archive and is no longer offered.',
    },
    page: { ...english.ra.page, dashboard: 'Start' },
  },
};
