import type { Request } from 'express';
import { ApiKey } from '../../db/entities';
import { addressById, searchAddresses } from '../../db/geo/addresses';
import { hashToken } from '../../db/tokens';
import type { Locale } from '../../domain/vocabulary';
import type { Deps } from '../http/deps';
import type { Limit } from '../http/limits';
import { type Accepted, acceptReport } from '../intake/accept';
import { preparePhoto } from '../photos/prepare';
import { listCategories } from '../v1/lists';
import { postArguments, read } from './arguments';
import { Open311Error } from './errors';
import { fetchMedia } from './media';

/** Open311 asks for no danger: between a nuisance and a threat. */
const USUAL_DANGER = 2;

type Given = ReturnType<typeof read<typeof postArguments>>;

/** The application that calls. @throws Open311Error 403 */
async function applicationOf({ db }: Deps, key: string | undefined): Promise<ApiKey> {
  if (!key) throw new Open311Error(403, 'api_key was not provided.');
  const found = await db.getRepository(ApiKey).findOneBy({ keyHash: hashToken(key), active: true });
  if (!found) throw new Open311Error(403, 'api_key is not valid.');
  return found;
}

/** The key comes first: whoever has none learns nothing of what else is wrong. */
const keyOf = (body: unknown): string | undefined => {
  const key = (body as { api_key?: unknown } | undefined)?.api_key;
  return typeof key === 'string' && key.length <= 200 && key !== '' ? key : undefined;
};

/** Where it is: a point, a known address, or words that name one. @throws Open311Error 400 */
async function placeOf({ db }: Deps, { lat, long, address_string, address_id }: Given) {
  if (lat !== undefined && long !== undefined)
    return {
      latitude: lat,
      longitude: long,
      placeSource: 'map',
      ...(address_string && { address: address_string }),
    };
  if (lat !== undefined || long !== undefined)
    throw new Open311Error(400, 'lat and long have to be given together.');
  if (address_id === undefined && address_string === undefined)
    throw new Open311Error(400, 'A location was not provided: lat and long, address_string or address_id.');
  const [found] = address_id
    ? [await addressById(db, address_id)]
    : await searchAddresses(db, address_string!, 1);
  if (!found)
    throw new Open311Error(400, `${address_id ? 'address_id' : 'address_string'} names no known address.`);
  const { latitude, longitude, street, number } = found;
  return { latitude, longitude, placeSource: 'address', address: `${street} ${number}` };
}

/**
 * A report by GeoReport v2's `POST /requests`.
 * @throws Open311Error, DomainError, nothing written
 */
export async function createRequest(
  deps: Deps,
  req: Request,
  locale: Locale,
  perKey: Limit,
): Promise<Accepted> {
  const application = await applicationOf(deps, keyOf(req.body));
  await perKey.take(application.id);
  const given = read(postArguments, req.body);
  if (!given.service_code) throw new Open311Error(400, 'service_code was not provided.');
  const category = (await listCategories(deps.db, locale)).find(({ code }) => code === given.service_code);
  if (!category) throw new Open311Error(404, 'service_code was not found.');
  const raw = {
    ...{ category: category.code, text: given.description ?? category.name },
    ...(await placeOf(deps, given)),
    ...{ danger: USUAL_DANGER, privacyRead: true, language: locale },
    ...(given.email && { email: given.email }),
    ...(given.attribute && { attributes: given.attribute }),
  };
  const allowPrivate = deps.config.allowPrivateWebhooks;
  const prepared = given.media_url
    ? [await preparePhoto(await fetchMedia(given.media_url, { allowPrivate }))]
    : [];
  const key = req.get('Idempotency-Key');
  return acceptReport(
    deps,
    { raw, prepared },
    {
      ...{ channel: 'api', locale, apiKeyId: application.id },
      ...(key && { idempotencyKey: `open311:${application.id}:${key}` }),
    },
  );
}
