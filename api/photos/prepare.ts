import exifr from 'exifr';
import sharp from 'sharp';
import { DomainError } from '../../domain/errors';
import { KEPT_SIDE, MAX_BYTES, MAX_PIXELS, MAX_SIDE } from './limits';

/** WGS84. */
export interface LatLon {
  latitude: number;
  longitude: number;
}

/** A picture as it is kept: JPEG, upright, without metadata. `gps` is where it says it was taken. */
export interface PreparedPhoto {
  data: Buffer;
  width: number;
  height: number;
  gps: LatLon | null;
}

type Format = 'jpeg' | 'png' | 'webp';

/** By its first bytes, whatever its name or declared type says. */
function sniff(file: Buffer): Format | null {
  if (file.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg';
  if (file.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return 'png';
  if (file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WEBP') return 'webp';
  return null;
}

/**
 * Checks an uploaded file by its content and makes the picture that is kept.
 * @throws DomainError `photo-format`, `photo-too-large` or `photo-unreadable`
 */
export async function preparePhoto(file: Buffer): Promise<PreparedPhoto> {
  if (file.length > MAX_BYTES) throw new DomainError('photo-too-large');
  const format = sniff(file);
  if (!format) throw new DomainError('photo-format');
  const image = sharp(file, { limitInputPixels: MAX_PIXELS, failOn: 'warning' });
  const { width, height, format: decoded } = await readable(image.metadata());
  if (decoded !== format) throw new DomainError('photo-format');
  if (width * height > MAX_PIXELS || Math.max(width, height) > MAX_SIDE)
    throw new DomainError('photo-too-large');
  const kept = image
    .autoOrient()
    .resize(KEPT_SIDE, KEPT_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true });
  const [{ data, info }, gps] = await Promise.all([readable(kept), readGps(file)]);
  return { data, width: info.width, height: info.height, gps };
}

async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const large = error instanceof Error && /pixel limit/i.test(error.message);
    throw new DomainError(large ? 'photo-too-large' : 'photo-unreadable');
  }
}

async function readGps(file: Buffer): Promise<LatLon | null> {
  // A picture without readable metadata is as good as one without a place.
  const found = await exifr.gps(file).catch(() => undefined);
  if (!found || !Number.isFinite(found.latitude) || !Number.isFinite(found.longitude)) return null;
  // Cameras without a fix write zeros.
  if (found.latitude === 0 && found.longitude === 0) return null;
  return { latitude: found.latitude, longitude: found.longitude };
}
