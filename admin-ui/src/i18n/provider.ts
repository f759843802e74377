import polyglot from 'ra-i18n-polyglot';
import { en } from './en';
import { it } from './it';

const messages: Record<string, typeof it> = { it, en };

export const i18nProvider = polyglot((locale) => messages[locale] ?? it, 'it', [
  { locale: 'it', name: 'Italiano' },
  { locale: 'en', name: 'English' },
]);
