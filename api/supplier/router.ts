import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { Material, type Supplier } from '../../db/entities';
import { municipalityCard } from '../../db/geo/municipality';
import { partyToken } from '../../db/tokens';
import { mapLink } from '../../deliveries/view';
import { saidIn } from '../../domain/attributes/attribute';
import { DomainError } from '../../domain/errors';
import type { Locale } from '../../domain/vocabulary';
import type { Deps } from '../http/deps';
import { answerError } from '../http/errors';
import { createLimit, scaled, senderOf } from '../http/limits';
import { localeOf } from '../http/locale';
import { sameOrigin } from '../http/origin';
import { typedList, typedText } from '../http/typed';
import { parse } from '../http/validate';
import { collectPhotos } from '../photos/collect';
import { MAX_PHOTOS } from '../photos/limits';
import { sendPhoto } from '../photos/send';
import { readUpload, uploadedFiles } from '../photos/upload';
import { drafts } from '../public/form/draft';
import { newDraft } from '../public/form/values';
import { pages } from '../public/page';
import { sayError } from '../public/router';
import { dayIn, whenIn } from '../public/when';
import { accept, finish, giveBack, jobForm, onceEach, start, threadOf } from './acts';
import { askedOf, doneBy, hintsOf, type Job, jobOf, jobsOf } from './jobs';
import { supplierOf } from './links';
import { texts } from './texts';

const MATERIAL_ROWS = 5;
const draftId = /^[\w-]{22}$/;

/** The suppliers' portal: a page for telephones, opened by the link in their mails; no account, no script. */
export function createSupplierRouter(deps: Deps): Router {
  const { db, config } = deps;
  const page = pages(deps);
  const kept = drafts(deps);
  const looks = createLimit(deps, 'supplier-link', scaled(config, 300), 600);
  const router = Router();

  const zone = async () => (await municipalityCard(db))?.timezone ?? 'Europe/Rome';
  const open = async (req: Request): Promise<Supplier> => {
    await looks.take(senderOf(req));
    return supplierOf(deps, String(req.params.token));
  };
  const said = async (locale: Locale) => {
    const timezone = await zone();
    const day = dayIn(locale, timezone);
    return {
      when: whenIn(locale, timezone),
      // A local day has no hour: noon is on that day everywhere.
      localDay: (text: string | null) => text && day(new Date(`${text}T12:00:00Z`)),
      day,
    };
  };

  router.get('/s/:token', async (req, res) => {
    const supplier = await open(req);
    const locale = localeOf(res);
    const t = texts[locale];
    const { when, day, localDay } = await said(locale);
    const jobs = await jobsOf(db, supplier.id);
    const asked = await askedOf(db, supplier.id);
    await page(res, 'supplier', t.title, {
      ...{ x: t, supplier: supplier.name, here: `/s/${req.params.token}` },
      said: req.query.done === 'finished' ? t.finished : req.query.done === 'returned' ? t.returned : null,
      jobs: jobs.map((job) => ({
        ...job,
        ...{
          category: job.category[locale],
          due: job.dueAt && when(job.dueAt),
          day: localDay(job.scheduledFor),
        },
        warranty: localDay(job.underWarranty),
        state: job.status === 'working' ? t.working : job.acceptedAt ? t.accepted : t.notAccepted,
        late: job.dueAt !== null && job.dueAt.getTime() < Date.now(),
      })),
      asked: asked.map(({ kind, id, claimed, ...one }) => ({
        ...one,
        ...{
          category: one.category[locale],
          due: one.dueAt && when(one.dueAt),
          what: claimed ? t.claim : t[kind],
        },
        link: `/x/${partyToken(config.appSecret, kind, id, supplier.linkEpoch)}`,
      })),
      done: (await doneBy(db, supplier.id)).map((one) => ({
        ...one,
        ...{ category: one.category[locale], on: day(one.recordedAt), until: localDay(one.warrantyUntil) },
      })),
    });
  });

  async function show(
    req: Request,
    res: Response,
    supplier: Supplier,
    { draft, typed = {}, problems = {}, message = null }: Shown,
  ): Promise<void> {
    const job = await jobOf(db, supplier.id, String(req.params.number));
    const locale = localeOf(res);
    const t = texts[locale];
    const { when, localDay } = await said(locale);
    const { photos, answers } = await hintsOf(db, job.caseId);
    const catalogue = await db
      .getRepository(Material)
      .find({ where: { active: true }, order: { position: 'ASC', code: 'ASC' } });
    const chosen = typedList(typed, 'materials');
    const quantities = typedList(typed, 'quantities');
    const thread = await threadOf(deps, supplier, job);
    await page(res, 'supplier-job', `${t.title}: ${job.number}`, {
      ...{ ...job, x: t, here: `/s/${req.params.token}`, draft, problems, message },
      typed: { ...(job.underWarranty && { cost: '0' }), ...typedText(typed) },
      warranty: localDay(job.underWarranty),
      said: 'saved' in req.query ? t.saved : null,
      commandId: typedText(typed).commandId || randomUUID(),
      category: job.category[locale],
      department: job.department[locale],
      due: job.dueAt && when(job.dueAt),
      day: localDay(job.scheduledFor),
      mapUrl: mapLink(job),
      working: job.status === 'working',
      photos,
      answers: answers.map((answer) => ({ question: answer[locale], answer: saidIn(answer, locale) })),
      kept: await kept.list(draft),
      threadLink: `/x/${partyToken(config.appSecret, 'thread', thread.id, supplier.linkEpoch)}`,
      catalogue: catalogue.length > 0,
      rows: Array.from({ length: MATERIAL_ROWS }, (_, index) => ({
        quantity: quantities[index] ?? '',
        choices: catalogue.map(({ id, nameIt, nameEn, unit }) => ({
          ...{ id, unit, name: locale === 'it' ? nameIt : nameEn, chosen: chosen[index] === id },
        })),
      })),
    });
  }

  router.get('/s/:token/:number', async (req, res) => {
    await show(req, res, await open(req), { draft: newDraft() });
  });

  router.get('/s/:token/:number/photos/:id', async (req, res) => {
    const supplier = await open(req);
    const { caseId } = await jobOf(db, supplier.id, String(req.params.number));
    const { photos } = await hintsOf(db, caseId);
    if (!photos.includes(String(req.params.id))) throw new DomainError('not-found');
    await sendPhoto(deps, req, res, String(req.params.id));
  });

  router.post('/s/:token/:number', sameOrigin(config), async (req, res) => {
    const supplier = await open(req);
    const job = await jobOf(db, supplier.id, String(req.params.number));
    const here = `/s/${req.params.token}`;
    let draft = newDraft();
    let typed: Record<string, unknown> = {};
    try {
      await readUpload(req, res);
      const { draft: given, remove, ...fields } = { ...req.body } as Record<string, unknown>;
      typed = fields;
      if (typeof given === 'string' && draftId.test(given)) draft = given;
      const photos = await keepPhotos(req, draft);
      if (typeof remove === 'string' && remove !== '') {
        await kept.remove(draft, remove);
        return show(req, res, supplier, { draft, typed });
      }
      await carryOut(supplier, job, typed, draft, photos);
      const ended = typed.do === 'done' ? 'finished' : typed.do === 'cannot' ? 'returned' : null;
      res.redirect(303, ended ? `${here}?done=${ended}` : `${here}/${job.number}?saved`);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'not-found') throw error;
      const { message, fields = {} } = answerError(error, req, res);
      await show(req, res, supplier, { draft, typed, problems: fields, message });
    }
  });

  async function keepPhotos(req: Request, draft: string): Promise<Record<string, string>> {
    const known = await kept.list(draft);
    const { photos, problems } = await collectPhotos(uploadedFiles(req), MAX_PHOTOS - known.length);
    await kept.add(draft, photos);
    return problems;
  }

  async function carryOut(
    supplier: Supplier,
    job: Job,
    typed: Record<string, unknown>,
    draft: string,
    wrongPhotos: Record<string, string>,
  ): Promise<void> {
    const form = onceEach(job, parse(jobForm, typed));
    if (Object.keys(wrongPhotos).length > 0) throw new DomainError('invalid-input', wrongPhotos);
    if (form.do === 'accept') return accept(deps, supplier.id, job, form.day);
    if (form.do === 'start') return start(deps, supplier.id, job, form.commandId);
    if (form.do === 'cannot') return giveBack(deps, supplier.id, job, form);
    await finish(deps, supplier.id, job, form, await kept.read(draft));
    await kept.clear(draft);
  }

  router.use('/s', sayError(page));
  return router;
}

interface Shown {
  draft: string;
  typed?: Record<string, unknown>;
  /** Field to sentence. */
  problems?: Record<string, string>;
  message?: string | null;
}
