import { type Request, type Response, Router } from 'express';
import { searchAddresses } from '../../../db/geo/addresses';
import { trackingCode } from '../../../db/tokens';
import { DomainError } from '../../../domain/errors';
import { statusOf } from '../../errors';
import type { Deps } from '../../http/deps';
import { localeOf } from '../../http/locale';
import { sameOrigin } from '../../http/origin';
import { clientHash, visitor } from '../../http/visitor';
import { acceptReport } from '../../intake/accept';
import { type Findings, inspect } from '../../intake/check';
import { bodyHash, reportOfKey } from '../../intake/idempotency';
import { findKnown, type KnownCase, knownPhoto } from '../../intake/known';
import { intakeLimits } from '../../intake/limits';
import { collectPhotos } from '../../photos/collect';
import { MAX_PHOTOS } from '../../photos/limits';
import { sendPhoto } from '../../photos/send';
import { readUpload, uploadedFiles } from '../../photos/upload';
import type { Page } from '../page';
import { drafts } from './draft';
import { formPages } from './pages';
import { asksMore, parted, questionPage } from './questions';
import { empty, isAsked, newDraft, nowhere, placed, posted, said, type Values } from './values';

/** Field to code of what is wrong with it. */
type Problems = Record<string, string>;

/** What is known near the place of a problem. Where seconds count nobody is asked to read it. */
async function knownFor(db: Deps['db'], { valid, category, place }: Findings): Promise<KnownCase[]> {
  const { kind = 'problem', emergency = 'none', text = '' } = valid;
  if (kind !== 'problem' || emergency !== 'none' || !category || !place) return [];
  return findKnown(db, { ...place, categoryId: category.id, text });
}

/** The citizen's form: `GET /` and its steps, all of which work without JavaScript. */
export function formRouter(deps: Deps, page: Page): Router {
  const { db, config } = deps;
  const limits = intakeLimits(deps);
  const kept = drafts(deps);
  const { showForm, showKnown, showSummary } = formPages(deps, page, kept);
  const showQuestions = questionPage(page);
  const router = Router();

  router.get('/', visitor(config), (_req, res) => showForm(res, newDraft(), empty));

  router.get('/drafts/:draft/:id', async (req, res) => {
    const data = await kept.picture(req.params.draft, req.params.id);
    if (!data) throw new DomainError('not-found');
    res.set('Cache-Control', 'private, max-age=3600').type('jpeg').send(data);
  });

  /** What staff have looked at, of a problem that somebody is about to report again. */
  router.get('/known/:number/photo', async (req, res) => {
    await limits.look(req);
    const id = await knownPhoto(db, req.params.number);
    if (!id) throw new DomainError('not-found');
    await sendPhoto(deps, req, res, id);
  });

  router.post('/', visitor(config), sameOrigin(config), async (req, res) => {
    await limits.step(req);
    const broken = await readForm(req, res);
    const form = posted.parse({ ...req.body });
    const { draft } = form;
    const { values, addresses } = await placed(db, form);
    if (form.choose) values.kind = form.choose;
    const photos = await keepPhotos(req, draft);
    if (form.remove) await kept.remove(draft, form.remove);
    const problems = { ...broken, ...photos };
    if (form.remove || form.choose || form.step === 'edit') return showForm(res, draft, values, { problems });
    if (form.step === 'nowhere') {
      return showForm(res, draft, { ...values, ...nowhere, address: '' }, { problems });
    }
    if (form.step === 'address') {
      const found = addresses ?? (await searchAddresses(db, form.address.trim() || '-'));
      return showForm(res, draft, values, { problems, addresses: found });
    }
    if (form.step === 'send' && (await sentBefore(res, draft, values))) return;
    const findings = await inspect(deps, { raw: said(values), prepared: await kept.read(draft) });
    const { answered, others } = parted(findings.problems);
    Object.assign(problems, others, broken, photos);
    if (Object.keys(problems).length > 0) {
      // Somebody who typed an address and did not look it up gets what it may be.
      const offered = /^place-/.test(problems.place ?? '') && values.address.trim() !== '';
      const { explanations } = findings;
      return showForm(res, draft, values, { problems, explanations, ...(offered && { addresses }) });
    }
    const toAsk = asksMore(findings) && !isAsked(values);
    if (toAsk || Object.keys(answered).length > 0) {
      return showQuestions(res, draft, values, findings, toAsk ? {} : answered);
    }
    if (form.step === 'summary') {
      const known = values.joins === '' ? await knownFor(db, findings) : [];
      if (known.length > 0) return showKnown(res, draft, values, known);
      return showSummary(res, draft, values, findings);
    }
    await send(req, res, draft, values);
  });

  /** What is wrong with the upload itself; what arrived before that is there all the same. */
  async function readForm(req: Request, res: Response): Promise<Problems> {
    try {
      await readUpload(req, res);
      return {};
    } catch (error) {
      if (error instanceof DomainError && Object.keys(error.fields).length > 0) return error.fields;
      throw error;
    }
  }

  /** New files are kept at once, whatever else is wrong; what is wrong with them comes back. */
  async function keepPhotos(req: Request, draft: string): Promise<Problems> {
    const files = uploadedFiles(req);
    if (files.length === 0) return {};
    try {
      await limits.photos(req, files.length);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'photo-quota') return { photos: 'photo-quota' };
      throw error;
    }
    const room = MAX_PHOTOS - (await kept.list(draft)).length;
    const { photos, problems } = await collectPhotos(files, Math.max(0, room));
    await kept.add(draft, photos);
    const [first] = Object.values(problems);
    return first ? { photos: first } : {};
  }

  const keyOf = (draft: string) => `form:${draft}`;

  /** SEND was pressed twice, or again after going back: the report is there, and its page takes more. */
  async function sentBefore(res: Response, draft: string, values: Values): Promise<boolean> {
    const earlier = await reportOfKey(db, keyOf(draft));
    if (!earlier) return false;
    const same = earlier.bodyHash.equals(bodyHash(said(values), []));
    const code = trackingCode(config.appSecret, earlier.reportId);
    res.redirect(303, `/t/${code}?${same ? 'sent' : 'again'}`);
    return true;
  }

  async function send(req: Request, res: Response, draft: string, values: Values): Promise<void> {
    try {
      await limits.report(req);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      res.status(statusOf(error.code));
      return showForm(res, draft, values, { problems: { send: error.code } });
    }
    const accepted = await acceptReport(
      deps,
      { raw: said(values), prepared: await kept.read(draft) },
      {
        channel: 'web',
        locale: localeOf(res),
        clientHash: clientHash(res),
        idempotencyKey: keyOf(draft),
      },
    );
    await kept.clear(draft);
    res.redirect(303, `/t/${accepted.trackingCode}?sent`);
  }

  return router;
}
