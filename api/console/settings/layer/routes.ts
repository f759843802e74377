import { randomUUID } from 'node:crypto';
import { ExposurePlace } from '../../../../db/entities';
import type { Deps } from '../../../http/deps';
import { parse } from '../../../http/validate';
import type { Route } from '../../route';
import { currentUser } from '../../session/current';
import { logSetting } from '../log';
import { invalidAmong } from '../resources/geometry';
import { reason } from '../write';
import { readLayer, wrongGeometry } from './read';
import { layerUpload } from './upload';

const insert = `
INSERT INTO exposure_place (id, name, kind, area)
SELECT id, name, kind, st_setsrid(st_geomfromgeojson(area), 4326)
FROM json_to_recordset($1) AS place (id uuid, name text, kind text, area json)`;

/** Takes a whole layer of exposed places in the place of the one before, all of it or nothing. */
export const layerRoutes = ({ db }: Deps): Route[] => [
  {
    method: 'post',
    path: '/exposure-places/layer',
    action: 'settings.write',
    before: layerUpload,
    async handler(req, res) {
      const { why } = parse(reason, { ...req.body });
      const places = readLayer(req.file?.buffer ?? Buffer.of());
      const was = await db.transaction(async (tx) => {
        await tx.query('LOCK TABLE exposure_place IN SHARE ROW EXCLUSIVE MODE');
        const [wrong] = await invalidAmong(
          tx,
          places.map(({ area }) => area),
        );
        if (wrong !== undefined) throw wrongGeometry(wrong);
        const before = await tx.count(ExposurePlace);
        await tx.query('DELETE FROM exposure_place');
        await tx.query(insert, [JSON.stringify(places.map((place) => ({ id: randomUUID(), ...place })))]);
        await logSetting(tx, currentUser(res).id, {
          ...{ resource: 'exposure-places', id: 'layer', did: 'loaded', why: why || null },
          changes: { places: [before, places.length] },
        });
        return before;
      });
      res.json({ places: places.length, was });
    },
  },
];
