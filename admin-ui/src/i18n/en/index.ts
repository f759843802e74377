import type { it } from '../it';
import { app } from './app';
import { casePage } from './cases';
import { command, commands } from './commands';
import * as control from './control';
import { dashboards } from './dashboards';
import { diagnosis } from './diagnosis';
import { dossier } from './dossier';
import { framework } from './framework';
import { history } from './history';
import { messageEvent } from './messages';
import * as pages from './pages';
import { priority } from './priority';
import { quality } from './quality';
import { resources } from './resources';
import * as reviews from './reviews';
import * as rewards from './rewards';
import { rounds } from './rounds';
import { settings } from './settings';
import * as subscribers from './subscribers';
import * as suppliers from './suppliers';
import * as templates from './templates';
import { timeline } from './timeline';
import { warranty } from './warranty';
import { whatIf } from './what-if';
import { words } from './words';

/** The type makes a missing or a surplus key of our own texts a compile error. */
export const en: typeof it = {
  ...framework,
  ...pages,
  ...control,
  ...reviews,
  ...subscribers,
  ...suppliers,
  ...rewards,
  ...templates,
  app,
  words,
  resources,
  rounds,
  casePage,
  priority,
  command,
  commands,
  timeline,
  messageEvent,
  history,
  dashboards,
  diagnosis,
  quality,
  whatIf,
  dossier,
  settings,
  warranty,
};
