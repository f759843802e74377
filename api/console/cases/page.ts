import type { Client } from '@temporalio/client';
import { Case } from '../../../db/entities';
import { type ReportOfCase, readCasePage } from '../../../db/views/case-page';
import { listCases } from '../../../db/views/cases';
import { roundOfCase } from '../../../db/views/round-pool';
import { type CaseState, isOver } from '../../../domain/case/state';
import { allowedCommands } from '../../../domain/case/transitions';
import { DomainError } from '../../../domain/errors';
import { may, mayFor, type Subject } from '../../../domain/permissions';
import { caseWorkflowId, stateQuery } from '../../../workflows/case/messages';
import type { Deps } from '../../http/deps';

/** A page does not wait longer than this for the workflow; the database's last word serves as well. */
const patienceMs = 2000;

/**
 * The case page: row, reports, timeline, clocks and what this person may do now.
 * @throws DomainError `not-found`, also for a case of a department that the person does not see
 */
export async function readCase({ db, temporal }: Deps, user: Subject & { id: string }, id: string) {
  const [row] = await listCases(
    db,
    { scope: user.departmentId, reader: user.id, ids: [id] },
    { start: 0, limit: 1, orderBy: 'c.id' },
  );
  if (!row) throw new DomainError('not-found');
  const page = await readCasePage(db, id);
  const state = await stateOf({ db, temporal }, id);
  const offeredTo = state?.handover?.to;
  const allowed = (state ? allowedCommands(state) : []).filter((name) =>
    // Another department answers what it was offered; for those without an account the desk does.
    name === 'answer-handover' && offeredTo?.kind === 'department'
      ? mayFor(user, 'command.answer-handover', offeredTo.id)
      : mayFor(user, `command.${name}`, row.departmentId),
  );
  return {
    ...row,
    ...page,
    reports: page.reports.map((report) => withReporter(report, user)),
    joined: page.joined.map(({ departmentId, involved, ...one }) => ({
      ...one,
      readable: [departmentId, ...involved].some((id) => mayFor(user, 'case.read', id)),
    })),
    suggestions: page.suggestions.filter((one) => mayFor(user, 'case.read', one.departmentId)),
    state,
    allowed,
    round: await roundOfCase(db, id),
  };
}

/** The state as the workflow has it, else as it was last projected; a case that is over has said all. */
async function stateOf(
  { db, temporal }: Pick<Deps, 'db' | 'temporal'>,
  id: string,
): Promise<CaseState | null> {
  const { snapshot } = await db
    .getRepository(Case)
    .findOneOrFail({ select: { id: true, snapshot: true }, where: { id } });
  if (snapshot && isOver(snapshot)) return snapshot;
  return askWorkflow(temporal, id).catch(() => snapshot);
}

const askWorkflow = (temporal: Client, id: string): Promise<CaseState> =>
  temporal.withDeadline(Date.now() + patienceMs, () =>
    temporal.workflow.getHandle(caseWorkflowId(id)).query(stateQuery),
  );

/** Who reported is nobody's business but of those who may read persons, and even they see a masked address. */
export function withReporter({ personId, email, confirmed, ...report }: ReportOfCase, user: Subject) {
  if (!may(user.role, 'person.read')) return report;
  const reporter = personId && { personId, email: email && maskEmail(email), confirmed };
  return { ...report, reporter: reporter || null };
}

/** `mario.rossi@example.org` → `m•••@e•••.org`: enough to recognise, not enough to write to. */
export function maskEmail(email: string): string {
  const [mailbox = '', domain = ''] = email.split('@');
  return `${mailbox.slice(0, 1)}•••@${domain.slice(0, 1)}•••${domain.slice(domain.lastIndexOf('.'))}`;
}
