import type { Locale } from '../../../domain/vocabulary';
import { en } from './en';
import { it, type Texts } from './it';

export type { Texts };
export const texts: Record<Locale, Texts> = { it, en };
