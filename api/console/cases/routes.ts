import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { appendLog } from '../../../db/log';
import { writeNote } from '../../../db/notes';
import { decideSuggestion } from '../../../db/views/suggestions';
import { DomainError } from '../../../domain/errors';
import type { Deps } from '../../http/deps';
import { parse } from '../../http/validate';
import { collectPhotos } from '../../photos/collect';
import { removePhotoFiles, storePhotos } from '../../photos/store';
import { photoUpload, uploadedFiles } from '../../photos/upload';
import { idOf } from '../list';
import type { Route } from '../route';
import { currentUser } from '../session/current';
import { caseFor, runCommand } from './command';
import { readCase } from './page';

const comment = z.strictObject({ words: z.string().trim().min(1).max(4000) });
const photoForm = z.strictObject({ purpose: z.enum(['made-safe', 'after', 'on-site']) });

/** The command that a picture is taken for says who may add it. */
const photoAction = {
  'made-safe': 'command.made-safe',
  after: 'command.mark-repaired',
  'on-site': 'round.drive',
} as const;

export const caseRoutes = (deps: Deps): Route[] => [
  {
    method: 'get',
    path: '/cases/:id',
    action: 'case.read',
    async handler(req, res) {
      res.json(await readCase(deps, currentUser(res), idOf(req)));
    },
  },
  {
    method: 'post',
    path: '/cases/:id/commands',
    action: 'case.read',
    async handler(req, res) {
      res.json(await runCommand(deps, res, idOf(req), req.body));
    },
  },
  {
    method: 'post',
    path: '/cases/:id/comments',
    action: 'case.comment',
    async handler(req, res) {
      const { words } = parse(comment, req.body);
      const row = await caseFor(deps, res, idOf(req), 'case.comment');
      const id = randomUUID();
      await deps.db.transaction(async (tx) => {
        const noteId = await writeNote(tx, { body: words });
        await appendLog(tx, {
          chain: `case:${row.id}`,
          factId: id,
          name: 'commented',
          at: new Date(),
          actor: { kind: 'user', id: currentUser(res).id },
          public: false,
          noteId,
        });
        await tx.query(`SELECT pg_notify('case_changed', $1)`, [row.id]);
      });
      res.status(201).json({ id });
    },
  },
  {
    method: 'post',
    path: '/cases/:id/suggestions/:other',
    action: 'command.merge',
    async handler(req, res) {
      const { dismissed } = parse(z.strictObject({ dismissed: z.boolean() }), req.body);
      const { id } = await caseFor(deps, res, idOf(req), 'command.merge');
      const other = idOf(req, 'other');
      const pair = [id, other] as const;
      const decided = await decideSuggestion(deps.db, pair, { dismissed, userId: currentUser(res).id });
      if (!decided) throw new DomainError('not-found');
      res.json({ dismissed });
    },
  },
  {
    method: 'post',
    path: '/cases/:id/photos',
    action: 'case.read',
    before: photoUpload,
    async handler(req, res) {
      const { purpose } = parse(photoForm, { ...req.body });
      const row = await caseFor(deps, res, idOf(req), photoAction[purpose]);
      const { photos, problems } = await collectPhotos(uploadedFiles(req), 1);
      if (Object.keys(problems).length > 0) throw new DomainError('invalid-input', problems);
      if (photos.length === 0) throw new DomainError('invalid-input', { photos: 'required' });
      const ids = [randomUUID()];
      try {
        await deps.db.transaction((tx) =>
          storePhotos(tx, deps.config, photos, { purpose, caseId: row.id }, ids),
        );
      } catch (error) {
        await removePhotoFiles(deps.config, ids);
        throw error;
      }
      res.status(201).json({ photoId: ids[0] });
    },
  },
];
