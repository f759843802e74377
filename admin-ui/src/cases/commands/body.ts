import { readDecimal } from '../../form/decimal';
import type { CommandName } from '../../vocabulary';
import type { CaseDetail } from '../types';
import { isProblem } from '../wording';

export type Values = Record<string, unknown>;

const filled = (values: Values) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );

const instant = (value: unknown) => (value ? new Date(value as string).getTime() : undefined);

/** Crew, supplier or external body, whichever the form says. */
const doer = ({ by, crewId, supplierId, agencyId }: Values) =>
  by === 'agency' ? { agencyId } : by === 'supplier' ? { supplierId } : { crewId };

/** Where nothing was there, nothing that was said of it was right. */
const nothingRight = { categoryRight: false, dangerRight: false, descriptionRight: false, timely: false };

/** From the catalogue by its id, else by name and unit. */
const materials = (rows: unknown) =>
  ((rows ?? []) as Values[]).map(({ materialId, material, unit, quantity: typed }) => {
    const quantity = readDecimal(typed);
    return materialId && materialId !== 'free' ? { materialId, quantity } : { material, unit, quantity };
  });

/** What the form holds, in the words of the API; empty fields are left out. */
export function bodyOf(name: CommandName, values: Values): Values {
  const { by, crewId, supplierId, agencyId, ...rest } = values;
  switch (name) {
    case 'assign':
      return filled({ ...rest, assignee: { kind: by, id: by === 'supplier' ? supplierId : crewId } });
    case 'mark-repaired':
      return filled({
        ...rest,
        ...doer(values),
        hours: readDecimal(rest.hours),
        cost: readDecimal(rest.cost),
        materials: materials(rest.materials),
      });
    case 'qualify':
      return filled(rest.real === false ? { ...rest, ...nothingRight } : rest);
    case 'pause':
      return filled({ ...rest, until: instant(rest.until) });
    case 'ask': {
      const { kind, partyId, ...asked } = rest;
      return filled({ ...asked, of: { kind, id: partyId }, dueAt: instant(rest.dueAt) });
    }
    case 'hand-over': {
      const { kind, partyId, ...offered } = rest;
      return filled({ ...offered, to: { kind, id: partyId } });
    }
    case 'answer-handover':
      return filled(rest.taken === true ? { ...rest, reason: undefined } : rest);
    case 'import-deadline':
      return filled({ ...rest, dueAt: instant(rest.dueAt) });
    default:
      return filled({ ...rest, crewId });
  }
}

/** What the form shows at first: never an answer that somebody has to give. */
export function defaultsOf(name: CommandName, row: CaseDetail): Values {
  const { categoryId, danger } = row;
  const by = row.supplierId ? 'supplier' : 'crew';
  const { crewId, supplierId, agencyId } = row;
  switch (name) {
    case 'verify':
      return isProblem(row) ? { categoryId, danger } : { categoryId };
    case 'assign':
      return { by, crewId, supplierId };
    case 'mark-repaired':
      return { by: agencyId ? 'agency' : by, crewId, supplierId, agencyId, materials: [] };
    case 'qualify':
      return { real: row.status === 'repaired' ? null : false, categoryId, danger };
    case 'resume':
      return { pauseId: row.state?.pauses[0]?.id };
    case 'ask':
    case 'hand-over':
      return { kind: 'department' };
    case 'withdraw-question':
      return { questionId: row.state?.questions?.[0]?.id };
    case 'answer-handover':
    case 'withdraw-handover':
      return { handoverId: row.state?.handover?.id };
    case 'close':
      return { outcome: row.status === 'rating' ? 'repaired' : 'not-fixed' };
    default:
      return {};
  }
}
