import type { EntityManager } from 'typeorm';
import { Case, Handover, Question } from '../db/entities';
import type { Fact } from '../domain/case/facts';
import type { CaseState } from '../domain/case/state';
import type { HandoverRefusal } from '../domain/vocabulary';
import { nextCaseNumber } from './opening';

/** Other departments that have had a word in the case: those of the row, and those that have now. */
export function involvedIn(
  { questions = [], handover, parts = [] }: CaseState,
  { involved }: Case,
  facts: readonly Fact[],
): string[] {
  const parties = [...questions.map(({ of }) => of), ...(handover ? [handover.to] : [])];
  const asked = parties.filter(({ kind }) => kind === 'department').map(({ id }) => id);
  // Whoever has handed the case over goes on seeing what becomes of it.
  const former = facts.flatMap(({ name, data }) =>
    name === 'handover-taken' && data?.fromDepartmentId ? [String(data.fromDepartmentId)] : [],
  );
  const working = parts.map(({ departmentId }) => departmentId);
  return [...new Set([...involved, ...asked, ...working, ...former])];
}

/** What questions, offers and parts have come to, in the transaction that projects the case. Repeating it is harmless. */
export async function projectConversation(tx: EntityManager, row: Case, facts: Fact[]): Promise<void> {
  for (const fact of facts) {
    const { questionId, handoverId, messageId, reason } = (fact.data ?? {}) as Record<string, string>;
    const question = (set: Partial<Question>) => tx.update(Question, { id: questionId }, set);
    const handover = (set: Partial<Handover>) => tx.update(Handover, { id: handoverId }, set);
    switch (fact.name) {
      case 'question-answered':
        await question({ status: 'answered', answerId: messageId });
        break;
      case 'question-expired':
        await question({ status: 'expired' });
        break;
      case 'question-withdrawn':
        await question({ status: 'withdrawn' });
        break;
      case 'handover-taken':
        await handover({ status: 'taken' });
        break;
      case 'handover-refused':
        await handover({ status: 'refused', reason: reason as HandoverRefusal });
        break;
      case 'handover-unanswered':
        await handover({ status: 'unanswered' });
        break;
      case 'handover-withdrawn':
        await handover({ status: 'withdrawn' });
        break;
      case 'part-opened':
        await openPart(tx, row, fact);
        break;
    }
  }
}

/** A case of another department at the same place, without reporters: who hears of it hears by the whole. */
async function openPart(tx: EntityManager, whole: Case, { data, at }: Fact): Promise<void> {
  const { partId, departmentId, categoryId } = data as Record<string, string>;
  if (await tx.existsBy(Case, { id: partId })) return;
  const { danger, location, address, priority, band } = whole;
  await tx.insert(Case, {
    ...{ id: partId, departmentId, categoryId, danger, location, address, priority, band },
    number: await nextCaseNumber(tx, whole.number),
    kind: 'problem',
    status: 'accepting',
    emergency: 'none',
    outcome: null,
    partOf: whole.id,
    involved: [whole.departmentId],
    openedAt: new Date(at),
  });
}

/** The parts that these facts opened: their workflows have to be started. */
export const partsOpened = (facts: Fact[]): string[] =>
  facts.flatMap(({ name, data }) => (name === 'part-opened' ? [String(data?.partId)] : []));
