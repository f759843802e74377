import { Category, Crew, Department, Material, Municipality, Supplier } from '../../db/entities';
import { commandNames } from '../../domain/case/commands';
import * as vocabulary from '../../domain/vocabulary';
import type { Deps } from '../http/deps';
import type { Route } from './route';

/** Everything the console chooses from: codes, and what the municipality has in use. */
export const metaRoutes = ({ db, config }: Deps): Route[] => [
  {
    method: 'get',
    path: '/meta',
    action: 'case.read',
    async handler(_req, res) {
      const municipality = await db.getRepository(Municipality).findOneBy({});
      const {
        contactEmail: _own,
        settings: _private,
        ...town
      } = municipality ?? ({} as Partial<Municipality>);
      res.json({
        vocabulary: { ...vocabulary, commandNames },
        municipality: municipality && town,
        departments: await db.getRepository(Department).find({ order: { position: 'ASC' } }),
        categories: await db.getRepository(Category).find({ order: { position: 'ASC' } }),
        crews: await db.getRepository(Crew).find({ order: { name: 'ASC' } }),
        suppliers: await db
          .getRepository(Supplier)
          .find({ select: { id: true, name: true, active: true }, order: { name: 'ASC' } }),
        materials: await db.getRepository(Material).find({ order: { position: 'ASC', code: 'ASC' } }),
        tiles: { url: config.tilesUrl ?? null, attribution: config.tilesAttribution },
        slaSpeed: config.slaSpeed,
      });
    },
  },
];
