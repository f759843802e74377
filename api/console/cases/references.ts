import { type DataSource, In } from 'typeorm';
import {
  Agency,
  Case,
  Category,
  Crew,
  Department,
  Material,
  Membership,
  Photo,
  Supplier,
} from '../../../db/entities';
import { fitsInto } from '../../../domain/case/joining';
import { isOver, type Party } from '../../../domain/case/state';
import { DomainError } from '../../../domain/errors';
import { mayFor, type Subject } from '../../../domain/permissions';
import type { CommandInput } from './command-input';

/** Whether a case can talk to somebody: in use, or the citizen of one of its reports. */
export function isParty(db: DataSource, caseId: string, { kind, id }: Party): Promise<boolean> {
  const active = { id, active: true };
  if (kind === 'supplier') return db.getRepository(Supplier).existsBy(active);
  if (kind === 'agency') return db.getRepository(Agency).existsBy(active);
  if (kind === 'department') return db.getRepository(Department).existsBy(active);
  return db.getRepository(Membership).existsBy({ caseId, reportId: id });
}

/**
 * Refuses a command that names what does not exist, is no longer in use or belongs elsewhere: the workflow
 * sees ids only and cannot know.
 * @throws DomainError `invalid-input`, naming each wrong field
 */
export async function checkReferences(
  db: DataSource,
  row: Pick<Case, 'id' | 'kind' | 'departmentId'>,
  input: CommandInput,
  user: Subject,
): Promise<void> {
  const fields: Record<string, string> = {};
  const need = async (field: string, there: Promise<boolean>) => {
    if (!(await there)) fields[field] = 'choice';
  };
  const active = { active: true };
  const crew = (id: string) => db.getRepository(Crew).existsBy({ id, ...active });
  const supplier = (id: string) => db.getRepository(Supplier).existsBy({ id, ...active });
  const category = (id: string, departmentId?: string) =>
    db.getRepository(Category).existsBy({ id, ...active, ...(departmentId && { departmentId }) });
  const photo = (id: string) => db.getRepository(Photo).existsBy({ id, caseId: row.id });

  const party = (of: Party) => isParty(db, row.id, of);

  if ('crewId' in input && input.crewId) await need('crewId', crew(input.crewId));
  if ('supplierId' in input && input.supplierId) await need('supplierId', supplier(input.supplierId));
  if ('agencyId' in input && input.agencyId)
    await need('agencyId', db.getRepository(Agency).existsBy({ id: input.agencyId, ...active }));
  if ('photoId' in input && input.photoId) await need('photoId', photo(input.photoId));
  switch (input.name) {
    case 'mark-repaired': {
      const wanted = input.materials.flatMap(({ materialId }) => materialId ?? []);
      const there = await db.getRepository(Material).countBy({ id: In(wanted), ...active });
      if (there !== new Set(wanted).size) fields.materials = 'choice';
      break;
    }
    case 'assign':
      await need(
        'assignee',
        input.assignee.kind === 'crew' ? crew(input.assignee.id) : supplier(input.assignee.id),
      );
      break;
    case 'verify':
      if (input.categoryId) await need('categoryId', category(input.categoryId, row.departmentId));
      break;
    case 'qualify':
      await need('categoryId', category(input.categoryId));
      break;
    case 'reroute':
      await need(
        'departmentId',
        db.getRepository(Department).existsBy({ id: input.departmentId, ...active }),
      );
      await need('categoryId', category(input.categoryId, input.departmentId));
      break;
    case 'ask':
      await need('of', party(input.of));
      break;
    case 'hand-over':
      await need('to', party(input.to));
      if (input.categoryId) await need('categoryId', category(input.categoryId, input.to.id));
      break;
    case 'open-part':
      await need('departmentId', party({ kind: 'department', id: input.departmentId }));
      if (input.departmentId === row.departmentId) fields.departmentId = 'choice';
      await need('categoryId', category(input.categoryId, input.departmentId));
      break;
    case 'split': {
      const members = await db
        .getRepository(Membership)
        .countBy({ caseId: row.id, reportId: In(input.reportIds) });
      if (members !== new Set(input.reportIds).size) fields.reportIds = 'choice';
      break;
    }
    case 'merge': {
      const target = await db.getRepository(Case).findOneBy({ id: input.intoCaseId });
      const mayTake =
        target &&
        fitsInto(row.kind, target.kind) &&
        target.id !== row.id &&
        !isOver(target) &&
        !target.mergedInto &&
        !target.partOf;
      if (!mayTake || !mayFor(user, 'command.merge', target.departmentId)) fields.intoCaseId = 'choice';
      break;
    }
  }
  if (Object.keys(fields).length > 0) throw new DomainError('invalid-input', fields);
}
