import type { TimelineEntry } from '../types';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** How ids become names and instants become words. */
export interface Speech {
  translate: Translate;
  names: Record<'department' | 'category' | 'crew' | 'supplier' | 'agency', (id: unknown) => string>;
  when: (instant: number) => string;
}

const said = (value: unknown) => value !== undefined && value !== null;

/** A report is attached to a case, old or new; a case is told how many reports it has now. */
const wordingOf = (name: string, data: Record<string, unknown>) =>
  name === 'attached' && data.members === undefined ? (data.opened ? 'matched-new' : 'matched') : name;

/** What a report's own log says again that the case's log has said. */
const saidTwice = ['rating-asked', 'merged', 'citizen-added'];

/** What the case page tells: the log of the case and, of its reports, what only they know. */
export const storyOf = (entries: TimelineEntry[]): TimelineEntry[] =>
  entries.filter(({ chain, name }) => chain.startsWith('case:') || !saidTwice.includes(name));

/** An entry of the log as one plain sentence. */
export function sentenceOf(
  { name, data }: Pick<TimelineEntry, 'name' | 'data'>,
  { translate, names, when }: Speech,
): string {
  const word = (group: string, code: unknown) => (said(code) ? translate(`words.${group}.${code}`) : '–');
  const instant = (value: unknown) => (said(value) ? when(Number(value)) : '–');
  const reasons = name === 'paused' ? 'pauseReason' : 'rejectReason';
  return translate(`timeline.${wordingOf(name, data)}`, {
    // A fact that this console does not know yet is shown by its code.
    _: name,
    members: data.members,
    category: names.category(data.categoryId),
    danger: data.danger,
    reason: word(reasons, data.reason),
    department: names.department(data.departmentId),
    fromDepartment: names.department(data.fromDepartmentId),
    crew: names.crew(data.crewId),
    assignee: data.kind === 'supplier' ? names.supplier(data.id) : names.crew(data.id),
    agency: names.agency(data.agencyId),
    real: translate(data.real === false ? 'casePage.noProblem' : 'casePage.realProblem'),
    outcome: word('outcome', data.outcome),
    clock: word('clock', data.clock),
    to: instant(data.to),
    dueAt: instant(data.dueAt),
  });
}
