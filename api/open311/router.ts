import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { municipalityCard } from '../../db/geo/municipality';
import { listServiceRequests, listUpdates, type ServiceRequest } from '../../db/views/open311';
import type { Deps } from '../http/deps';
import { createLimit, scaled, senderOf } from '../http/limits';
import { localeOf } from '../http/locale';
import { type CategoryChoice, listCategories, listDepartments } from '../v1/lists';
import { commonArguments, pageOf, read, requestsArguments, spanOf, updatesArguments } from './arguments';
import { createRequest } from './create';
import { nothingHere, Open311Error, open311Errors } from './errors';
import { formatOf, formats, Items, send, type Value } from './format';
import { requestOf, updateNames, updateOf } from './requests';
import { definitionOf, serviceOf } from './services';

const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2';
/** When what is said here last changed. */
const CHANGESET = '2026-11-25T12:00:00Z';
const UPDATE_DAYS = 1;
/** More than the longest report needs; what is longer is not read. */
const BODY_LIMIT = '256kb';

/** Open311's discovery and GeoReport v2, with the extension `servicerequestupdates`; to be mounted at `/open311`. */
export function createOpen311Router(deps: Deps): Router {
  const { db, config } = deps;
  const looks = createLimit(deps, 'open311', scaled(config, 600), 600);
  const perKey = createLimit(deps, 'open311-key', scaled(config, 600), 600);
  const jurisdiction = new URL(config.publicUrl).hostname.replace(/^www\./, '');
  const router = Router();

  /** One jurisdiction is served: it need not be named, and no other is known. */
  function checkJurisdiction(given: unknown): void {
    const { jurisdiction_id: asked } = read(commonArguments, given);
    if (asked && asked !== jurisdiction) throw new Open311Error(404, 'jurisdiction_id was not found.');
  }

  const get =
    (answer: (req: Request, res: Response) => Promise<[root: string, value: Value]>): RequestHandler =>
    async (req, res) => {
      await looks.take(senderOf(req));
      const format = formatOf(req.params.format);
      checkJurisdiction(req.query);
      const [root, value] = await answer(req, res);
      res.set('Access-Control-Allow-Origin', '*').vary('Accept-Language');
      send(res, format, root, value);
    };

  router.get(
    '/discovery.:format',
    get(async () => {
      const town = await municipalityCard(db);
      const endpoint = {
        ...{ specification: SPECIFICATION, url: `${config.publicUrl}/open311/v2/`, changeset: CHANGESET },
        type: town?.exercise ? 'test' : 'production',
        formats: new Items(
          'format',
          Object.values(formats).map((type) => type.split(';')[0]!),
        ),
      };
      const contact = `${town?.name ?? ''} <${town?.contactEmail ?? ''}>`;
      return [
        'discovery',
        {
          ...{ changeset: CHANGESET, contact, key_service: contact },
          endpoints: new Items('endpoint', [endpoint]),
        },
      ];
    }),
  );

  router.get(
    '/v2/services.:format',
    get(async (_req, res) => {
      const locale = localeOf(res);
      const departments = new Map((await listDepartments(db, locale)).map(({ code, name }) => [code, name]));
      const named = (one: CategoryChoice) =>
        serviceOf({ ...one, department: departments.get(one.department) ?? one.department });
      return ['services', new Items('service', (await listCategories(db, locale)).map(named))];
    }),
  );

  router.get(
    '/v2/services/:code.:format',
    get(async (req, res) => {
      const category = (await listCategories(db, localeOf(res))).find(({ code }) => code === req.params.code);
      if (!category) throw new Open311Error(404, 'service_code was not found.');
      return ['service_definition', definitionOf(category)];
    }),
  );

  const shown = (rows: ServiceRequest[], res: Response): [string, Value] => {
    const locale = localeOf(res);
    return [
      'service_requests',
      new Items(
        'request',
        rows.map((row) => requestOf(row, locale)),
      ),
    ];
  };

  router.get(
    '/v2/requests.:format',
    get(async (req, res) => {
      const { service_request_id, service_code, status, ...given } = read(requestsArguments, req.query);
      // An id is instead of everything else, also of a span that is too long.
      const span = service_request_id ? spanOf({}) : spanOf(given);
      const filter = { numbers: service_request_id, codes: service_code, status, ...span };
      return shown(await listServiceRequests(db, filter, pageOf(given)), res);
    }),
  );

  router.get(
    '/v2/requests/:id.:format',
    get(async (req, res) => {
      const { service_request_id: numbers } = read(requestsArguments, { service_request_id: req.params.id });
      const rows = await listServiceRequests(db, { numbers, ...spanOf({}) }, pageOf({ page_size: 1 }));
      if (rows.length === 0) throw new Open311Error(404, 'service_request_id was not found.');
      return shown(rows, res);
    }),
  );

  router.get(
    '/v2/servicerequestupdates.:format',
    get(async (req, res) => {
      const given = read(updatesArguments, req.query);
      const span = { ...spanOf(given, UPDATE_DAYS), names: updateNames };
      const rows = await listUpdates(db, span, pageOf(given));
      return [
        'service_request_updates',
        new Items(
          'request_update',
          rows.map((row) => updateOf(row, localeOf(res))),
        ),
      ];
    }),
  );

  /** Every report has its id at once, so there is no token to wait for. */
  router.get(
    '/v2/tokens/:token.:format',
    get(async () => {
      throw new Open311Error(404, 'token was not found.');
    }),
  );

  const form = express.urlencoded({ extended: true, limit: BODY_LIMIT, parameterLimit: 200 });
  router.post('/v2/requests.:format', form, async (req, res) => {
    const format = formatOf(req.params.format);
    const locale = localeOf(res);
    checkJurisdiction(req.body);
    const { number, notice } = await createRequest(deps, req, locale, perKey);
    const request = { service_request_id: number, service_notice: notice, account_id: null };
    send(res.status(201), format, 'service_requests', new Items('request', [request]));
  });

  router.use(nothingHere, open311Errors);
  return router;
}
