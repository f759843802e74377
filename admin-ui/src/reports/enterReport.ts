import { HttpError } from 'ra-core';
import { request } from '../http/request';
import type { Point } from '../map/leaflet';
import type { Meta } from '../meta/useMeta';

/** What the form holds. */
export interface Entry {
  channel: string;
  kind: string;
  departmentId: string;
  categoryId: string;
  text: string;
  danger: number;
  emergency: string;
  /** Number of the case that it belongs to; empty for a new problem. */
  joins: string;
  email: string | null;
  place: (Point & { address: string | null; source: 'address' | 'map' }) | null;
  privacyRead: boolean;
  photos: File[] | null;
  /** Answers to what the category asks, by code. */
  attributes?: Record<string, unknown>;
}

export interface Accepted {
  id: string;
  number: string;
  /** For the person who called: opens the tracking page, also when said on the telephone. */
  trackingCode: string;
  /** The tracking page. */
  url: string;
  /** What the person should know, such as that somebody else owns the road. */
  notice: string | null;
}

/** Field of the API to input of the form, where they are called differently. */
const inputOf: Record<string, string> = {
  department: 'departmentId',
  category: 'categoryId',
  latitude: 'place',
  longitude: 'place',
  address: 'place',
};

/** The form as the API takes it: codes instead of ids, the place in its parts. */
export function reportForm(entry: Entry, meta: Pick<Meta, 'departments' | 'categories'>): FormData {
  const code = (rows: { id: string; code: string }[], id: string) => rows.find((row) => row.id === id)?.code;
  const { place } = entry;
  const fields = {
    channel: entry.channel,
    kind: entry.kind,
    department: code(meta.departments, entry.departmentId),
    category: code(meta.categories, entry.categoryId),
    text: entry.text,
    // Only a problem is dangerous, and can be one that is known.
    ...(entry.kind === 'problem' && { danger: entry.danger, emergency: entry.emergency, joins: entry.joins }),
    email: entry.email,
    privacyRead: entry.privacyRead,
    latitude: place?.lat,
    longitude: place?.lon,
    address: place?.address,
    placeSource: place?.source,
  };
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined && value !== null && value !== '') form.set(name, String(value));
  const asked = meta.categories.find(({ id }) => id === entry.categoryId)?.attributes ?? [];
  for (const { code } of entry.kind === 'problem' ? asked : [])
    for (const value of [entry.attributes?.[code] ?? []].flat())
      form.append(`attributes[${code}]`, String(value));
  for (const photo of entry.photos ?? []) form.append('photos', photo);
  return form;
}

/** Each sentence at its input; what is wrong with one of several pictures names it. */
function atInputs(refused: Record<string, string>, photos: Pick<File, 'name'>[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [field, said] of Object.entries(refused)) {
    const photo = field.startsWith('photos.') && photos[Number(field.slice('photos.'.length))];
    const input = photo ? 'photos' : (inputOf[field] ?? field);
    const sentence = photo ? `${photo.name}: ${said}` : said;
    // Latitude and longitude have one input.
    if (!errors[input]?.includes(sentence)) errors[input] = `${errors[input] ?? ''} ${sentence}`.trim();
  }
  return errors;
}

/** Sends the report; the same key never makes two. Refusals stand at the inputs they are about. */
export async function enterReport(entry: Entry, meta: Meta, key: string): Promise<Accepted> {
  try {
    const answer = await request<Accepted>('/reports', {
      method: 'POST',
      body: reportForm(entry, meta),
      headers: { 'Idempotency-Key': key },
    });
    return answer.body;
  } catch (problem) {
    if (!(problem instanceof HttpError)) throw problem;
    const errors = atInputs(problem.body?.errors ?? {}, entry.photos ?? []);
    throw new HttpError(problem.message, problem.status, { ...problem.body, errors });
  }
}
