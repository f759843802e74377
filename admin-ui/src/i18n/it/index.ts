import { app } from './app';
import { framework } from './framework';
import { resources } from './resources';
import { words } from './words';

export const it = { ...framework, app, words, resources };
