import { readFileSync } from 'node:fs';
import path from 'node:path';
import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import express, { Router } from 'express';
import { z } from 'zod';
import type { Config } from '../../temporal/config';
import { reportInput } from '../intake/input';
import { MAX_PHOTOS } from '../photos/limits';
import { actInput } from '../tracking/act';
import { answerInput } from '../tracking/answer';
import {
  acceptedSchema,
  acknowledgementSchema,
  addressSchema,
  boxQuery,
  categorySchema,
  departmentSchema,
  errorSchema,
  knownInput,
  knownSchema,
  trackedSchema,
  typedQuery,
} from './schemas';

const json = (schema: z.ZodType, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
const wrong = { 422: json(errorSchema, 'Something is wrong with the data: every field’s problem at once.') };
const tooMuch = { 429: json(errorSchema, 'Too much in a short time; see `Retry-After`.') };
const refused = {
  409: json(errorSchema, 'Refused: the state does not allow it, or the key was used for something else.'),
  413: json(errorSchema, 'A photo is too large.'),
  415: json(errorSchema, 'A photo is neither JPEG, PNG nor WebP.'),
  ...wrong,
  ...tooMuch,
};
const notFound = { 404: json(errorSchema, 'No such report.') };
const photos = z
  .array(z.string().meta({ format: 'binary' }))
  .max(MAX_PHOTOS)
  .optional();
const actWithPhotos = z.union(actInput.options.map((option) => option.extend({ photos })));
const code = z.object({ code: z.string().meta({ description: 'The tracking code, in any spelling.' }) });
const body = (schema: z.ZodType, withPhotos: z.ZodType) => ({
  content: { 'application/json': { schema }, 'multipart/form-data': { schema: withPhotos } },
});
const list = (at: string, summary: string, schema: z.ZodType, query?: z.ZodObject): RouteConfig => ({
  method: 'get',
  path: at,
  summary,
  ...(query && { request: { query } }),
  responses: { 200: json(z.array(schema), summary), ...(query && wrong) },
});

const routes: RouteConfig[] = [
  {
    method: 'post',
    path: '/reports',
    summary: 'Report a problem, ask, praise or propose',
    description: 'Answered after the report is committed. As multipart it takes one to three files `photos`.',
    request: {
      headers: z.object({
        'Idempotency-Key': z
          .string()
          .optional()
          .meta({ description: 'The same key and body make one report.' }),
      }),
      body: body(reportInput, reportInput.extend({ photos })),
    },
    responses: {
      201: json(acceptedSchema, 'Accepted.'),
      ...refused,
    },
  },
  {
    method: 'post',
    path: '/known',
    summary: 'What is known already near a place, the likeliest first',
    request: { body: { content: { 'application/json': { schema: knownInput } } } },
    responses: { 200: json(z.array(knownSchema), 'At most five cases.'), ...wrong, ...tooMuch },
  },
  {
    method: 'get',
    path: '/reports/{code}',
    summary: 'What has become of a report',
    request: { params: code },
    responses: { 200: json(trackedSchema, 'The report.'), ...notFound, ...tooMuch },
  },
  {
    method: 'post',
    path: '/reports/{code}/acts',
    summary: 'Add words or a photo, say that it is not fixed, rate',
    request: { params: code, body: body(actInput, actWithPhotos) },
    responses: {
      202: json(z.object({ accepted: z.literal(true) }), 'Written down.'),
      ...notFound,
      ...refused,
    },
  },
  {
    method: 'post',
    path: '/reports/{code}/answers/{question}',
    summary: 'Answer a question of the department',
    request: {
      params: code.extend({ question: z.uuid() }),
      body: { content: { 'application/json': { schema: answerInput } } },
    },
    responses: {
      202: json(z.object({ accepted: z.literal(true) }), 'Written down.'),
      ...notFound,
      ...refused,
    },
  },
  list('/departments', 'Departments that take reports', departmentSchema),
  list('/categories', 'What can be reported', categorySchema),
  list('/addresses', 'Known house numbers by what was typed', addressSchema, typedQuery),
  list('/house-numbers', 'House numbers of a stretch of map', addressSchema, boxQuery),
  {
    method: 'get',
    path: '/boundary',
    summary: 'Where the municipality ends, as GeoJSON (WGS84, longitude before latitude)',
    responses: {
      200: json(z.object({ type: z.string(), coordinates: z.array(z.any()) }), 'A Polygon or MultiPolygon.'),
    },
  },
  {
    method: 'post',
    path: '/forwards/{id}/acknowledge',
    summary: 'An agency has received an emergency',
    description:
      'Signed with the agency’s secret as Standard Webhooks asks (`webhook-id`, `webhook-timestamp`, `webhook-signature`); `id` is the `alertId` of the webhook that brought the emergency.',
    request: {
      params: z.object({ id: z.uuid() }),
      body: { content: { 'application/json': { schema: acknowledgementSchema } } },
    },
    responses: {
      200: json(z.strictObject({ acknowledged: z.literal(true) }), 'Written down; once or many times.'),
      403: json(errorSchema, 'No valid signature.'),
      404: json(errorSchema, 'No such forward.'),
      410: json(errorSchema, 'It was recalled, or is too old.'),
      ...wrong,
      ...tooMuch,
    },
  },
];

/** The description of the public API, made from the schemas that check it. */
export function document({ publicUrl }: Pick<Config, 'publicUrl'>): object {
  const registry = new OpenAPIRegistry();
  for (const route of routes) registry.registerPath(route);
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'BeneComune',
      version: '1',
      description: 'Reports of problems in public space.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
  });
}

const swagger = path.dirname(require.resolve('swagger-ui-dist/package.json'));
const page = readFileSync(path.join(__dirname, 'docs.html'), 'utf8');

/** `/openapi.json`, and a page to read it. */
export function openApi(config: Pick<Config, 'publicUrl'>): Router {
  const made = document(config);
  const router = Router();
  router.get('/openapi.json', (_req, res) => {
    res.json(made);
  });
  router.get('/docs', (_req, res) => {
    res.type('html').send(page);
  });
  router.get('/docs.js', (_req, res) => {
    res.sendFile(path.join(__dirname, 'docs.client.js'));
  });
  router.use('/docs', express.static(swagger, { index: false, maxAge: '1d' }));
  return router;
}
