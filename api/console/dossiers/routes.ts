import type { Response } from 'express';
import { z } from 'zod';
import { selectionOf, signDossier } from '../../../db/dossiers';
import { Dossier } from '../../../db/entities';
import { type HashedDossier, requireReadable } from '../../../db/views/dossier';
import { dossierOrders, listDossiers } from '../../../db/views/dossiers';
import type { Selection } from '../../../domain/dossier/dossier';
import { DomainError } from '../../../domain/errors';
import { locales } from '../../../domain/vocabulary';
import type { Deps } from '../../http/deps';
import { parse } from '../../http/validate';
import { computed } from '../computed';
import { idOf, readList, sendList } from '../list';
import { type Route, scopeOf } from '../route';
import { currentUser } from '../session/current';
import { csvTables, dossierCsv } from './csv';
import { readSelection, selectionShape } from './input';
import { printDossier } from './pdf/print';

const shown = z.strictObject(selectionShape);
const csv = z.strictObject({ ...selectionShape, table: z.enum(csvTables) });
const pdf = z.strictObject({ ...selectionShape, locale: z.enum(locales).default('it') });
const signing = z.strictObject({ ...selectionShape, hash: z.string().regex(/^[0-9a-f]{64}$/) });
const shape = { sorts: ['signedAt'], order: 'DESC', filters: {} } as const;

const nameOf = ({ data, hash }: HashedDossier, what: string) =>
  `dossier-${data.selection.from}-${data.selection.to}-${what}-${hash}`;

/** Dossiers for tenders: computed from the repairs when asked for, the same for the same question, signed off by somebody. */
export const dossierRoutes = (deps: Deps): Route[] => {
  const { db } = deps;
  const dossierFor = async (selection: Selection) => {
    await requireReadable(db, selection);
    return computed(deps, 'dossier', selection);
  };
  const read = async (res: Response, asked: z.output<typeof shown>) =>
    dossierFor(await readSelection(deps, res, asked));
  const begin = (res: Response, dossier: HashedDossier, what: string, extension: string) =>
    res.set('X-Dossier-Hash', dossier.hash).attachment(`${nameOf(dossier, what)}.${extension}`);
  return [
    {
      method: 'get',
      path: '/dossiers/data',
      action: 'dossier.read',
      async handler(req, res) {
        res.json(await read(res, parse(shown, req.query)));
      },
    },
    {
      method: 'get',
      path: '/dossiers/data.csv',
      action: 'dossier.read',
      async handler(req, res) {
        const { table, ...asked } = parse(csv, req.query);
        const dossier = await read(res, asked);
        begin(res, dossier, table, 'csv')
          .type('text/csv; charset=utf-8; header=present')
          .send(dossierCsv(dossier, table));
      },
    },
    {
      method: 'get',
      path: '/dossiers/data.pdf',
      action: 'dossier.read',
      async handler(req, res) {
        const { locale, ...asked } = parse(pdf, req.query);
        const dossier = await read(res, asked);
        const file = await printDossier(db, dossier, locale);
        begin(res, dossier, locale, 'pdf').type('application/pdf').send(file);
      },
    },
    {
      method: 'get',
      path: '/dossiers',
      action: 'dossier.read',
      async handler(req, res) {
        const { page, ids } = readList(req, shape);
        const orderBy = dossierOrders[page.sort][page.order];
        sendList(res, await listDossiers(db, { ids, scope: scopeOf(res) }, { ...page, orderBy }));
      },
    },
    {
      method: 'post',
      path: '/dossiers',
      action: 'dossier.sign',
      async handler(req, res) {
        const { hash, ...asked } = parse(signing, req.body);
        const dossier = await read(res, asked);
        // Nobody signs what they have not seen.
        if (dossier.hash !== hash) throw new DomainError('conflict');
        res.status(201).json({ id: await signDossier(db, dossier, currentUser(res).id) });
      },
    },
    {
      method: 'get',
      path: '/dossiers/:id',
      action: 'dossier.read',
      async handler(req, res) {
        const id = idOf(req);
        const one = { start: 0, limit: 1, orderBy: dossierOrders.signedAt.ASC };
        const { rows } = await listDossiers(db, { ids: [id], scope: scopeOf(res) }, one);
        if (!rows[0]) throw new DomainError('not-found');
        const row = await db.getRepository(Dossier).findOneByOrFail({ id });
        const { data, hash } = await dossierFor(selectionOf(row));
        res.json({ ...rows[0], now: { hash, counts: data.counts, agrees: hash === row.hash } });
      },
    },
  ];
};
