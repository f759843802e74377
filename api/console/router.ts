import express, { type RequestHandler, Router } from 'express';
import type { Deps } from '../http/deps';
import { auditRoutes } from './audit/routes';
import { settingsAuditRoutes } from './audit/settings';
import { burstRoutes } from './cases/burst';
import { caseListRoutes } from './cases/list';
import { caseRoutes } from './cases/routes';
import { threadRoutes } from './cases/threads';
import { dashboardRoutes } from './dashboards/routes';
import { deliveryRoutes } from './deliveries';
import { diagnosisRoutes } from './diagnosis';
import { dossierRoutes } from './dossiers/routes';
import { escalationRoutes } from './escalations';
import { eventRoutes } from './events/routes';
import { forwardRoutes } from './forwards';
import { growthRoutes } from './growth';
import { messageRoutes } from './messages';
import { metaRoutes } from './meta';
import { peopleRoutes } from './people';
import { queueBoard } from './queues';
import { registerRoutes } from './register';
import { reportRoutes } from './reports';
import { reviewRoutes } from './reviews/routes';
import { appealRoutes } from './rewards/appeals';
import { codeRoutes } from './rewards/codes';
import { roundRoutes } from './rounds/routes';
import { allow, type Route } from './route';
import { scorecardRoutes } from './scorecards';
import { requireCsrf } from './session/csrf';
import { findUser, requireUser } from './session/current';
import { sessionRoutes } from './session/routes';
import { sessions } from './session/store';
import { layerRoutes } from './settings/layer/routes';
import * as settings from './settings/resources';
import { settingsRoutes } from './settings/routes';
import { rotationRoutes } from './subscribers';
import { supplierRoutes } from './suppliers';
import { templateRoutes } from './templates/routes';
import { warrantyRoutes } from './warranty/routes';
import { whatIfRoutes } from './what-if';
import { wordRoutes } from './words';

/** Every route behind the sign-in, with the action that it needs. */
export const consoleRoutes = (deps: Deps): Route[] => [
  ...metaRoutes(deps),
  ...caseListRoutes(deps),
  ...caseRoutes(deps),
  ...threadRoutes(deps),
  ...burstRoutes(deps),
  ...wordRoutes(deps),
  ...reportRoutes(deps),
  ...roundRoutes(deps),
  ...escalationRoutes(deps),
  ...messageRoutes(deps),
  ...deliveryRoutes(deps),
  ...diagnosisRoutes(deps),
  ...whatIfRoutes(deps),
  ...dashboardRoutes(deps),
  ...scorecardRoutes(deps),
  ...reviewRoutes(deps),
  ...growthRoutes(deps),
  ...dossierRoutes(deps),
  ...warrantyRoutes(deps),
  ...rotationRoutes(deps),
  ...forwardRoutes(deps),
  ...peopleRoutes(deps),
  ...auditRoutes(deps),
  ...registerRoutes(deps),
  ...settingsAuditRoutes(deps),
  ...eventRoutes(deps),
  ...settingsRoutes(deps, settings.departments),
  ...settingsRoutes(deps, settings.categories),
  ...settingsRoutes(deps, settings.calendars),
  ...settingsRoutes(deps, settings.policies),
  ...settingsRoutes(deps, settings.crews),
  ...settingsRoutes(deps, settings.rosterShifts),
  ...settingsRoutes(deps, settings.agencies),
  ...settingsRoutes(deps, settings.suppliers),
  ...settingsRoutes(deps, settings.materials),
  ...settingsRoutes(deps, settings.contracts),
  ...supplierRoutes(deps),
  ...settingsRoutes(deps, settings.rewards),
  ...codeRoutes(deps),
  ...appealRoutes(deps),
  ...settingsRoutes(deps, settings.subscribers),
  ...settingsRoutes(deps, settings.apiKeys),
  ...settingsRoutes(deps, settings.readyAnswers),
  ...templateRoutes(deps),
  ...settingsRoutes(deps, settings.roadOwners),
  ...settingsRoutes(deps, settings.exposurePlaces),
  ...layerRoutes(deps),
  ...settingsRoutes(deps, settings.users),
];

/** Who this request is from, by the console's cookie: also for what lies outside the console's API. */
export const identify = (deps: Deps): RequestHandler[] => [sessions(deps), findUser(deps)];

const notStored: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};

/** The console's API, to be mounted at `/api/console`. */
export function createConsoleRouter(deps: Deps): Router {
  const router = Router();
  router.use(notStored, ...identify(deps), express.json({ limit: '1mb' }));
  router.use(sessionRoutes(deps), queueBoard(deps));
  router.use(requireUser, requireCsrf);
  for (const { method, path, action, before, handler } of consoleRoutes(deps))
    router[method](path, allow(action), ...(before ? [before] : []), handler);
  return router;
}
