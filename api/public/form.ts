import { randomBytes } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { type Address, addressById, searchAddresses } from '../../db/geo/addresses';
import { municipalityCard } from '../../db/geo/municipality';
import { DomainError } from '../../domain/errors';
import { dangers, emergencies, reportKinds } from '../../domain/vocabulary';
import { errorBody, refusal } from '../errors';
import type { Deps } from '../http/deps';
import { localeOf } from '../http/locale';
import { sameOrigin } from '../http/origin';
import { clientHash, visitor } from '../http/visitor';
import { acceptReport } from '../intake/accept';
import { type Findings, inspect } from '../intake/check';
import { expectedBy } from '../intake/due';
import { intakeLimits } from '../intake/limits';
import { collectPhotos } from '../photos/collect';
import { photoUpload, uploadedFiles } from '../photos/upload';
import { listCategories, listDepartments } from '../v1/lists';
import { drafts } from './draft';
import type { Page } from './page';
import { type Texts, texts } from './texts';
import { whenIn } from './when';

const fields = [
  'kind',
  'category',
  'text',
  'latitude',
  'longitude',
  'accuracy',
  'placeSource',
  'address',
  'danger',
  'emergency',
  'email',
  'privacyRead',
] as const;
type Values = Record<(typeof fields)[number], string>;

/** What the steps of the form send, whatever it is: what it says is checked by the use case. */
const text = z.string().catch('');
const posted = z.object({
  step: z.enum(['address', 'summary', 'edit', 'send']).catch('summary'),
  draft: z
    .string()
    .regex(/^[\w-]{22}$/)
    .optional()
    .catch(undefined),
  remove: text,
  houseNumber: text,
  ...(Object.fromEntries(fields.map((field) => [field, text])) as Record<keyof Values, typeof text>),
});
type Posted = z.output<typeof posted>;

const newDraft = () => randomBytes(16).toString('base64url');
const empty = Object.fromEntries(fields.map((field) => [field, ''])) as Values;
/** What the use case is given: what was left empty was not said. */
const said = (values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

/** The citizen's form: `GET /` and its steps, all of which work without JavaScript. */
export function formRouter(deps: Deps, page: Page): Router {
  const { db, config } = deps;
  const limits = intakeLimits(deps);
  const kept = drafts(deps);
  const router = Router();

  router.get('/', visitor(config), (_req, res) => showForm(res, newDraft(), empty));

  router.get('/drafts/:draft/:id', async (req, res) => {
    const data = await kept.picture(req.params.draft, req.params.id);
    if (!data) throw new DomainError('not-found');
    res.set('Cache-Control', 'private, max-age=3600').type('jpeg').send(data);
  });

  router.post('/', visitor(config), sameOrigin(config), photoUpload, async (req, res) => {
    const form = posted.parse({ ...req.body });
    const draft = form.draft ?? newDraft();
    const values = await placed(form);
    const problems = await keepPhotos(req, draft);
    if (form.remove) await kept.remove(draft, form.remove);
    if (form.remove || form.step === 'edit') return showForm(res, draft, values);
    if (form.step === 'address') {
      return showForm(res, draft, values, {
        addresses: await searchAddresses(db, form.address.trim() || '-'),
      });
    }
    const findings = await inspect(deps, { raw: said(values), prepared: await kept.read(draft) });
    Object.assign(findings.problems, problems);
    if (Object.keys(findings.problems).length > 0) {
      // Somebody who typed an address and did not look it up gets what it may be.
      const typed = findings.problems.place === 'place-missing' && values.address.trim();
      const addresses = typed ? await searchAddresses(db, typed) : undefined;
      return showForm(res, draft, values, { findings, addresses });
    }
    if (form.step === 'summary') return showSummary(res, draft, values, findings);
    await send(req, res, draft, values);
  });

  /** New files are kept at once, whatever else is wrong; what is wrong with them comes back. */
  async function keepPhotos(req: Request, draft: string): Promise<Record<string, string>> {
    const files = uploadedFiles(req);
    if (files.length === 0) return {};
    try {
      await limits.photos(req, files.length);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'photo-quota') return { photos: 'photo-quota' };
      throw error;
    }
    const room = 3 - (await kept.list(draft)).length;
    const { photos, problems } = await collectPhotos(files, Math.max(0, room));
    await kept.add(draft, photos);
    const [first] = Object.values(problems);
    return first ? { photos: first } : {};
  }

  /** An address chosen from the list is a place. */
  async function placed(form: Posted): Promise<Values> {
    const values = Object.fromEntries(fields.map((field) => [field, form[field]])) as Values;
    const id = Number(form.houseNumber);
    const found = Number.isInteger(id) && id > 0 ? await addressById(db, id) : null;
    if (!found) return values;
    return {
      ...values,
      latitude: String(found.latitude),
      longitude: String(found.longitude),
      accuracy: '',
      placeSource: 'address',
      address: `${found.street} ${found.number}`,
    };
  }

  async function send(req: Request, res: Response, draft: string, values: Values): Promise<void> {
    await limits.report(req);
    const accepted = await acceptReport(
      deps,
      { raw: said(values), prepared: await kept.read(draft) },
      {
        channel: 'web',
        locale: localeOf(res),
        clientHash: clientHash(res),
        idempotencyKey: `form:${draft}`,
      },
    );
    await kept.clear(draft);
    res.redirect(303, `/t/${accepted.trackingCode}?sent`);
  }

  async function showForm(
    res: Response,
    draft: string,
    values: Values,
    { findings, addresses }: { findings?: Findings; addresses?: Address[] | undefined } = {},
  ): Promise<void> {
    const locale = localeOf(res);
    const t = texts[locale];
    const errors = findings
      ? errorBody(refusal(findings.problems, findings.explanations), locale).fields
      : {};
    const categories = await listCategories(db, locale);
    const departments = (await listDepartments(db, locale)).map((department) => ({
      ...department,
      categories: categories
        .filter((category) => category.department === department.code)
        .map((category) => ({ ...category, selected: category.code === values.category })),
    }));
    if (findings) res.status(422);
    await page(res, 'form', t.title, {
      draft,
      values,
      errors,
      problems: Object.entries(errors ?? {}).map(([field, sentence]) => ({
        field: anchors[field] ?? field,
        sentence: [questions(t)[field], sentence].filter(Boolean).join(' '),
      })),
      departments,
      photos: await kept.list(draft),
      searched: addresses !== undefined,
      addresses,
      dangers: dangers.map((value) => ({
        value,
        ...t.dangers[value],
        checked: String(value) === (values.danger || '2'),
      })),
      emergencies: emergencies.map((value) => ({
        value,
        label: t.emergencies[value],
        checked: value === (values.emergency || 'none'),
      })),
      kinds: reportKinds.map((value) => ({
        value,
        label: t.kinds[value],
        checked: value === (values.kind || 'problem'),
      })),
      center: (await municipalityCard(db))?.center,
      tilesUrl: config.tilesUrl ?? '',
      tilesAttribution: config.tilesAttribution,
    });
  }

  async function showSummary(
    res: Response,
    draft: string,
    values: Values,
    findings: Findings,
  ): Promise<void> {
    const locale = localeOf(res);
    const t = texts[locale];
    const { valid, place, category } = findings;
    const categories = await listCategories(db, locale);
    const { kind = 'problem', danger = 1, emergency = 'none' } = valid;
    const due =
      category &&
      (await expectedBy(
        db,
        { ...category, categoryId: category.id, danger, emergency, receivedAt: new Date() },
        config.slaSpeed,
      ));
    const zone = (await municipalityCard(db))?.timezone ?? 'Europe/Rome';
    await page(res, 'summary', t.summary, {
      draft,
      values,
      hidden: fields.map((name) => ({ name, value: values[name] })),
      kind: t.kinds[kind],
      category: categories.find(({ code }) => code === values.category)?.name,
      place: place?.address ?? `${place?.latitude.toFixed(5)}, ${place?.longitude.toFixed(5)}`,
      danger: t.dangers[danger].label,
      emergency: t.emergencies[emergency],
      isEmergency: emergency !== 'none',
      due: due && whenIn(locale, zone)(due),
      photos: await kept.list(draft),
    });
  }

  return router;
}

/** The question that a field answers, where its problem does not say by itself what it is about. */
const questions = (t: Texts): Record<string, string> => ({
  category: t.category,
  text: t.text,
  danger: t.danger,
  emergency: t.emergency,
});

/** Where a field's problem is mended, when it has another name on the page. */
const anchors: Record<string, string> = { latitude: 'place', longitude: 'place', accuracy: 'place' };
