import english from 'ra-language-english';
import type { it } from '../it';
import { app } from './app';
import { resources } from './resources';
import { words } from './words';

/** The type makes a missing or a surplus key of our own texts a compile error. */
export const en: typeof it = { ...english, app, words, resources };
