import { randomUUID } from 'node:crypto';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { Report, Thread } from '../../db/entities';
import { municipalityCard } from '../../db/geo/municipality';
import { eraseReports } from '../../db/privacy/erase';
import { exportReport } from '../../db/privacy/export';
import { normalizeToken } from '../../db/tokens';
import { isOver } from '../../domain/case/state';
import { DomainError } from '../../domain/errors';
import { sendAttachment } from '../attachments/send';
import type { Deps } from '../http/deps';
import { answerError } from '../http/errors';
import { localeOf } from '../http/locale';
import { sameOrigin } from '../http/origin';
import { typedText } from '../http/typed';
import { intakeLimits } from '../intake/limits';
import { passedOn } from '../intake/where';
import { sendPhoto } from '../photos/send';
import { readUpload, uploadedFiles } from '../photos/upload';
import { act, aspects } from '../tracking/act';
import { answer, write } from '../tracking/answer';
import { dueOf } from '../tracking/due';
import { readTracked, type Tracked } from '../tracking/read';
import type { Page } from './page';
import { milestones, sentence } from './steps';
import { texts } from './texts';
import { whenIn } from './when';

/** What the page says beside the report: what was just done, or what went wrong with what was typed. */
interface Extra {
  sent?: boolean;
  /** Sent before, and now again. */
  again?: boolean;
  done?: boolean;
  erasedNow?: boolean;
  problems?: { sentence: string }[];
  /** By the kind of act. */
  typed?: Record<string, Record<string, unknown>>;
}

const oneToFive = (chosen: unknown) =>
  [1, 2, 3, 4, 5].map((value) => ({ value, chosen: String(value) === chosen }));

/** What the citizen has said already, as the form would send it. */
const ratedBefore = ({ rating }: Tracked): Record<string, unknown> =>
  rating
    ? {
        text: rating.text ?? '',
        stars: String(rating.stars),
        ...Object.fromEntries(Object.entries(rating.aspects).map(([key, value]) => [key, String(value)])),
      }
    : {};

/** The tracking page: everything that the holder of a code may see and do. */
export function trackRouter(deps: Deps, page: Page): Router {
  const { db, config } = deps;
  const limits = intakeLimits(deps);
  const router = Router();

  /** A code that somebody types, which belongs in no address that is logged on the way. */
  router.post('/t', sameOrigin(config), express.urlencoded({ extended: false }), async (req, res) => {
    await limits.look(req);
    const code = normalizeToken(String(req.body?.code ?? '').slice(0, 100));
    await readTracked(db, code);
    res.redirect(303, `/t/${encodeURIComponent(code)}`);
  });

  router.get('/t/:code', async (req, res) => {
    await limits.look(req);
    await show(res, req.params.code, {
      sent: 'sent' in req.query,
      again: 'again' in req.query,
      done: 'done' in req.query,
      erasedNow: 'erased' in req.query,
    });
  });

  router.get('/t/:code/photos/:id', async (req, res) => {
    const { photos, repairedPhotos, timeline } = await readTracked(db, req.params.code);
    const told = timeline.map(({ data }) => data.photoId);
    if (![...photos, ...repairedPhotos, ...told].includes(req.params.id)) throw new DomainError('not-found');
    await sendPhoto(deps, req, res, req.params.id);
  });

  router.post('/t/:code/acts', sameOrigin(config), async (req, res) => {
    const code = String(req.params.code);
    try {
      await limits.act(req);
      await readUpload(req, res);
      const files = uploadedFiles(req);
      await limits.photos(req, files.length);
      await act(deps, code, { ...req.body }, files);
      res.redirect(303, `/t/${code}?done`);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'not-found') throw error;
      const { message, fields } = answerError(error, req, res);
      const problems = Object.values(fields ?? {}).map((one) => ({ sentence: one }));
      const { kind, ...given } = typedText(req.body);
      await show(res, code, {
        problems: problems.length > 0 ? problems : [{ sentence: message }],
        typed: { [kind ?? '']: given },
      });
    }
  });

  /** What the citizen says to the department; refused, it is shown again. */
  const saying =
    (say: (req: Request, code: string, files: Express.Multer.File[]) => Promise<void>): RequestHandler =>
    async (req, res) => {
      const code = String(req.params.code);
      try {
        await limits.act(req);
        await readUpload(req, res, 'files');
        await say(req, code, uploadedFiles(req));
        res.redirect(303, `/t/${code}?done`);
      } catch (error) {
        if (!(error instanceof DomainError) || error.code === 'not-found') throw error;
        const { message, fields } = answerError(error, req, res);
        const problems = Object.values(fields ?? {}).map((one) => ({ sentence: one }));
        await show(res, code, {
          problems: problems.length > 0 ? problems : [{ sentence: message }],
          typed: { message: typedText(req.body) },
        });
      }
    };
  const form = express.urlencoded({ extended: false });
  router.post(
    '/t/:code/answers/:id',
    sameOrigin(config),
    form,
    saying((req, code, files) => answer(deps, code, String(req.params.id), { ...req.body }, files)),
  );
  router.post(
    '/t/:code/messages',
    sameOrigin(config),
    form,
    saying((req, code, files) => write(deps, code, { ...req.body }, files)),
  );

  router.get('/t/:code/files/:id', async (req, res) => {
    const { reportId } = await readTracked(db, req.params.code);
    const threads = await db.getRepository(Thread).findBy({ kind: 'citizen', partyId: reportId });
    await sendAttachment(
      deps,
      res,
      req.params.id,
      threads.map(({ id }) => id),
    );
  });

  router.get('/t/:code/data.json', async (req, res) => {
    const { reportId, timeline } = await readTracked(db, req.params.code);
    const report = await db.getRepository(Report).findOneByOrFail({ id: reportId });
    // With what the municipality answered, which stands in the case's log.
    res.set('Cache-Control', 'no-store').json({ ...(await exportReport(db, report)), told: timeline });
  });

  router.post(
    '/t/:code/erase',
    sameOrigin(config),
    express.urlencoded({ extended: false }),
    async (req, res) => {
      const { reportId } = await readTracked(db, String(req.params.code));
      if (req.body?.sure !== 'true') throw new DomainError('invalid-input');
      const actor = { kind: 'citizen', id: reportId } as const;
      await eraseReports(db, [reportId], { actor, reason: 'request', dataDir: config.dataDir });
      res.redirect(303, `/t/${req.params.code}?erased`);
    },
  );

  async function show(res: Response, code: string, extra: Extra): Promise<void> {
    const tracked = await readTracked(db, code);
    const locale = localeOf(res);
    const t = texts[locale];
    const zone = (await municipalityCard(db))?.timezone ?? 'Europe/Rome';
    const when = whenIn(locale, zone);
    const due = await dueOf(deps, tracked);
    const shown = extra.typed?.rating ?? ratedBefore(tracked);
    await page(res, 'track', `${tracked.number}`, {
      ...tracked,
      ...extra,
      code,
      here: `/t/${code}`,
      // Whatever is pressed twice is done once.
      actId: randomUUID(),
      ownerNotice: tracked.owner && passedOn(tracked.owner)[locale],
      category: tracked.category[locale],
      department: tracked.department[locale],
      due: due && when(due),
      changeable: tracked.rating && when(tracked.rating.changeableUntil),
      conversation: tracked.conversation.map((line) => ({
        ...line,
        when: when(line.at),
        by: line.own ? t.you : t.theDepartment,
      })),
      questions: tracked.questions.map((one) => ({ ...one, by: when(one.dueAt) })),
      over: isOver(tracked),
      others: tracked.members > 1 && t.others(tracked.members - 1),
      mustConfirm: tracked.emailConfirmed === false,
      milestones: milestones(tracked, locale).map((one) => ({ ...one, isNow: one.state === 'now' })),
      timeline: tracked.timeline.map((step) => ({
        ...step,
        iso: step.at.toISOString(),
        when: when(step.at),
        sentence: sentence(step, locale),
      })),
      typed: { ...extra.typed, rating: shown },
      stars: oneToFive(shown.stars),
      aspects: aspects.map((key) => ({
        key,
        label: t.aspects[key],
        choices: oneToFive(shown[key]),
      })),
    });
  }

  return router;
}
