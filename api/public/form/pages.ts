import type { Response } from 'express';
import type { Address } from '../../../db/geo/addresses';
import { municipalityCard } from '../../../db/geo/municipality';
import { saidIn } from '../../../domain/attributes/attribute';
import { type Danger, dangers, emergencies, type Locale, reportKinds } from '../../../domain/vocabulary';
import { errorBody, refusal } from '../../errors';
import type { Deps } from '../../http/deps';
import { localeOf } from '../../http/locale';
import type { Findings } from '../../intake/check';
import { expectedBy } from '../../intake/due';
import type { KnownCase } from '../../intake/known';
import { passedOn } from '../../intake/where';
import { listCategories, listDepartments } from '../../v1/lists';
import type { Page } from '../page';
import { milestoneOf } from '../steps';
import { type Texts, texts } from '../texts';
import { dayIn, whenIn } from '../when';
import { type Asks, asksOf } from './asks';
import type { Drafts } from './draft';
import { fields, NONE_OF_THEM, type Values } from './values';

const USUAL_DANGER: Danger = 2;

/** What the form shows beside what was typed. */
interface Shown {
  /** Field to code. */
  problems?: Record<string, string>;
  explanations?: Findings['explanations'];
  addresses?: Address[] | undefined;
}

/** The form and its summary. */
export function formPages({ db, config }: Deps, page: Page, kept: Drafts) {
  async function showForm(res: Response, draft: string, values: Values, shown: Shown = {}): Promise<void> {
    const { problems = {}, explanations = {}, addresses } = shown;
    const locale = localeOf(res);
    const t = texts[locale];
    const wrong = Object.keys(problems).length > 0;
    const errors = wrong ? errorBody(refusal(problems, explanations), locale).fields : {};
    if (wrong && res.statusCode === 200) res.status(422);
    const kind = reportKinds.find((one) => one === values.kind) ?? 'problem';
    const ask = asksOf(t, kind);
    await page(res, 'form', ask.title, {
      ...{ form: 'report-form', langStep: 'edit' },
      draft,
      values,
      kind,
      ask,
      errors,
      problems: Object.entries(errors ?? {}).map(([field, sentence]) => ({
        field: anchors[field] ?? field,
        sentence: [questions(t, ask)[field], sentence].filter(Boolean).join(' '),
      })),
      departments: await choices(locale, values.category),
      photos: await kept.list(draft),
      searched: addresses !== undefined,
      addresses,
      dangers: dangers.map((value) => ({
        value,
        ...t.dangers[value],
        checked: String(value) === (values.danger || String(USUAL_DANGER)),
      })),
      emergencies: emergencies.map((value) => ({
        value,
        label: t.emergencies[value],
        checked: value === (values.emergency || 'none'),
      })),
      kinds: reportKinds.map((value) => ({
        value,
        label: t.kinds[value],
        chosen: value === kind,
      })),
      center: (await municipalityCard(db))?.center,
      tilesUrl: config.tilesUrl ?? '',
      tilesAttribution: config.tilesAttribution,
    });
  }

  async function choices(locale: Locale, chosen: string) {
    const categories = await listCategories(db, locale);
    const departments = await listDepartments(db, locale);
    return departments.map((department) => ({
      ...department,
      categories: categories
        .filter((category) => category.department === department.code)
        .map((category) => ({ ...category, selected: category.code === chosen })),
    }));
  }

  async function showSummary(
    res: Response,
    draft: string,
    values: Values,
    { valid, place, category, answers, joins }: Findings,
  ): Promise<void> {
    const locale = localeOf(res);
    const t = texts[locale];
    const categories = await listCategories(db, locale);
    const { kind = 'problem', danger = 1, emergency = 'none' } = valid;
    const owner = place?.owner ?? null;
    const asked = category && { ...category, categoryId: category.id, danger, emergency };
    const due =
      asked && !owner && (await expectedBy(db, { ...asked, receivedAt: new Date() }, config.slaSpeed));
    const zone = (await municipalityCard(db))?.timezone ?? 'Europe/Rome';
    await page(res, 'summary', t.summary, {
      ...{ form: 'send-form', langStep: 'summary' },
      draft,
      values,
      hidden: fields.map((name) => ({ name, value: values[name] })),
      ask: asksOf(t, kind),
      kind: t.kinds[kind],
      category: categories.find(({ code }) => code === values.category)?.name,
      place: place && (place.address ?? `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`),
      fromPhoto: place?.source === 'photo',
      answers: answers.map((answer) => ({ question: answer[locale], answer: saidIn(answer, locale) })),
      joins,
      owner: owner && passedOn(owner)[locale],
      danger: t.dangers[danger].label,
      emergency: t.emergencies[emergency],
      isEmergency: emergency !== 'none',
      due: due && whenIn(locale, zone)(due),
      photos: await kept.list(draft),
    });
  }

  async function showKnown(res: Response, draft: string, values: Values, known: KnownCase[]): Promise<void> {
    const locale = localeOf(res);
    const t = texts[locale];
    const names = new Map((await listCategories(db, locale)).map(({ code, name }) => [code, name]));
    const zone = (await municipalityCard(db))?.timezone ?? 'Europe/Rome';
    const day = dayIn(locale, zone);
    await page(res, 'known', t.known, {
      ...{ form: 'known-form', langStep: 'summary', draft, values },
      hidden: fields.filter((name) => name !== 'joins').map((name) => ({ name, value: values[name] })),
      none: NONE_OF_THEM,
      cases: known.map((one) => ({
        ...one,
        category: names.get(one.categoryCode),
        metres: t.metresAway(one.metres),
        opened: day(one.openedAt),
        repaired: one.repairedAt && day(one.repairedAt),
        state: milestoneOf(one.status, locale),
        many: one.reports > 1 && t.reportedBy(one.reports),
        isRepaired: one.repairedAt !== null,
      })),
    });
  }

  return { showForm, showKnown, showSummary };
}

/** The question that a field answers, where its problem does not say by itself what it is about. */
const questions = (t: Texts, ask: Asks): Record<string, string> => ({
  kind: t.kind,
  category: t.category,
  text: ask.text,
  danger: t.danger,
  emergency: t.emergency,
});

/** Where a field's problem is mended, when it has another name on the page. */
const anchors: Record<string, string> = {
  ...{ latitude: 'place', longitude: 'place', accuracy: 'place' },
  ...{ draft: 'report-form', send: 'report-form', joins: 'report-form' },
};
