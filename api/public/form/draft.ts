import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DraftPhoto } from '../../../db/entities';
import { draftFile } from '../../../db/photo-files';
import { hashToken } from '../../../db/tokens';
import type { Deps } from '../../http/deps';
import { MAX_PHOTOS } from '../../photos/limits';
import type { PreparedPhoto } from '../../photos/prepare';

/** Photos that wait on the server while somebody fills in the form, so that no step loses them. */
export interface Drafts {
  list(token: string): Promise<DraftPhoto[]>;
  add(token: string, photos: PreparedPhoto[]): Promise<void>;
  remove(token: string, id: string): Promise<void>;
  /** What was prepared at an earlier step. */
  read(token: string): Promise<PreparedPhoto[]>;
  /** One picture's JPEG; null for somebody else's. */
  picture(token: string, id: string): Promise<Buffer | null>;
  clear(token: string): Promise<void>;
}

export function drafts({ db, config }: Pick<Deps, 'db' | 'config'>): Drafts {
  const rows = db.getRepository(DraftPhoto);
  const fileOf = (id: string) => draftFile(config.dataDir, id);

  async function drop(found: DraftPhoto[]): Promise<void> {
    for (const { id } of found) {
      await rows.delete({ id });
      await rm(fileOf(id), { force: true });
    }
  }

  const list = (token: string) =>
    rows.find({ where: { draftHash: hashToken(token) }, order: { position: 'ASC', createdAt: 'ASC' } });

  return {
    list,
    async add(token, photos) {
      const known = await list(token);
      await mkdir(path.dirname(fileOf('')), { recursive: true, mode: 0o700 });
      for (const [index, photo] of photos.slice(0, MAX_PHOTOS - known.length).entries()) {
        const id = randomUUID();
        await writeFile(fileOf(id), photo.data, { mode: 0o600 });
        await rows.insert({
          id,
          draftHash: hashToken(token),
          position: known.length + index,
          width: photo.width,
          height: photo.height,
          gps: photo.gps && { type: 'Point', coordinates: [photo.gps.longitude, photo.gps.latitude] },
        });
      }
    },
    async remove(token, id) {
      await drop((await list(token)).filter((photo) => photo.id === id));
    },
    async read(token) {
      const photos = await list(token);
      const read = photos.map(async ({ id, width, height, gps }) => {
        // SEND was pressed twice, and the first press has taken the picture along.
        const data = await readFile(fileOf(id)).catch(() => null);
        if (!data) return [];
        const place = gps && { longitude: gps.coordinates[0], latitude: gps.coordinates[1] };
        return [{ data, width, height, gps: place }];
      });
      return (await Promise.all(read)).flat();
    },
    async picture(token, id) {
      const own = (await list(token)).some((photo) => photo.id === id);
      return own ? readFile(fileOf(id)).catch(() => null) : null;
    },
    async clear(token) {
      await drop(await list(token));
    },
  };
}
