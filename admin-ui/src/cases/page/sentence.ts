import { changeWords } from '../../priority/change';
import type { ClockKind, ReportKind } from '../../vocabulary';
import type { TimelineEntry } from '../types';
import { clockWords } from '../wording';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** How ids become names and instants become words. */
export interface Speech {
  translate: Translate;
  names: Record<'department' | 'category' | 'crew' | 'supplier' | 'agency', (id: unknown) => string>;
  when: (instant: number) => string;
  /** A local day `YYYY-MM-DD`. */
  day: (day: string) => string;
  /** The number of a case that this one was joined with, if it is known here. */
  caseNumber: (id: unknown) => string | undefined;
  kind: ReportKind;
}

const said = (value: unknown) => value !== undefined && value !== null;

/** A report is attached to a case, old or new; a case is told how many reports it has now. */
const wordingOf = (name: string, data: Record<string, unknown>) =>
  name === 'attached' && data.members === undefined ? attachedBy(data) : (partedFrom(name, data) ?? name);

const attachedBy = ({ opened, by }: Record<string, unknown>) =>
  opened ? 'matched-new' : by === 'person' || by === 'likeness' ? `matched-${by}` : 'matched';

/** What a report's own log says of it. */
const partedFrom = (name: string, { fromCaseId }: Record<string, unknown>) => {
  if (!said(fromCaseId)) return null;
  return name === 'split' ? 'split-off' : name === 'unmerged' ? 'taken-back' : null;
};

/** What a report's own log says again that the case's log has said. */
const saidTwice = ['rating-asked', 'merged', 'citizen-added'];

/** Facts whose words the citizen reads on the tracking page and in mails. */
const wordsToCitizen = ['rejected', 'answered', 'closed', 'reopen-refused'];

/** Words of staff for staff: also where the citizen sees that something happened. */
export const isInternalNote = ({ chain, name, actor, words }: TimelineEntry): boolean =>
  words !== null && chain.startsWith('case:') && actor.kind === 'user' && !wordsToCitizen.includes(name);

/** What the case page tells: the log of the case and, of its reports, what only they know; words once. */
export function storyOf(entries: TimelineEntry[]): TimelineEntry[] {
  // "Nothing is there" judges and closes with the same words, which the citizen reads where it closes.
  const told = entries.filter(({ name }) => wordsToCitizen.includes(name)).map(({ data }) => data.commandId);
  return entries
    .filter(({ chain, name }) => chain.startsWith('case:') || !saidTwice.includes(name))
    .map((entry) =>
      !wordsToCitizen.includes(entry.name) && entry.data.commandId && told.includes(entry.data.commandId)
        ? { ...entry, words: null }
        : entry,
    );
}

/** The crew that was last told to make the place safe. */
export const safetyCrewOf = (entries: TimelineEntry[]): unknown =>
  entries.findLast(({ name }) => name === 'make-safe-ordered')?.data.crewId;

/** Which words a fact's reason has. */
const reasonsOf: Record<string, string> = {
  paused: 'pauseReason',
  unassigned: 'unassignReason',
  'not-possible': 'unassignReason',
  returned: 'unassignReason',
  'handover-refused': 'handoverRefusal',
  'warranty-refused': 'handoverRefusal',
};

/** Somebody that a fact names by kind and id; a citizen has no name here. */
function partyOf(
  { kind, id }: Record<string, unknown>,
  { names, translate }: Pick<Speech, 'names' | 'translate'>,
) {
  if (kind === 'department' || kind === 'supplier' || kind === 'agency') return names[kind](id);
  return kind === 'crew' ? names.crew(id) : translate('casePage.threads.citizen');
}

/** Of one review, or the one that recurs. */
const causesOf = ({ causes, cause }: Record<string, unknown>): unknown[] =>
  Array.isArray(causes) ? causes : [cause];

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** An entry of the log as one plain sentence. */
export function sentenceOf(
  { name, data }: Pick<TimelineEntry, 'name' | 'data'>,
  { translate, names, when, day, caseNumber, kind }: Speech,
): string {
  const word = (group: string, code: unknown) => (said(code) ? translate(`words.${group}.${code}`) : '–');
  const instant = (value: unknown) => (typeof value === 'number' ? when(value) : '–');
  const reason = word(reasonsOf[name] ?? 'rejectReason', data.reason);
  const number = caseNumber(data.intoCaseId ?? data.fromCaseId ?? data.caseId);
  return translate(`timeline.${wordingOf(name, data)}`, {
    // A fact that this console does not know yet is shown by its code.
    _: name,
    members: data.members,
    reports: data.reports,
    score: said(data.score) ? percent(Number(data.score)) : '',
    category: names.category(data.categoryId),
    danger: data.danger,
    reason,
    department: names.department(data.departmentId),
    fromDepartment: names.department(data.fromDepartmentId),
    crew: names.crew(data.crewId),
    assignee: partyOf(data, { names, translate }),
    party: partyOf(data, { names, translate }),
    agency: names.agency(data.agencyId),
    real: translate(data.real === false ? 'casePage.noProblem' : 'casePage.realProblem'),
    outcome: word('outcome', data.outcome),
    reviewOutcome: word('reviewOutcome', data.outcome),
    causes: causesOf(data)
      .map((cause) => word('reviewCause', cause))
      .join(', '),
    clock: said(data.clock) ? translate(clockWords(data.clock as ClockKind, { kind })) : '–',
    case: number ? `: ${number}` : '',
    place: number ?? translate('rounds.anotherCase'),
    stops: data.stops,
    why: said(data.reason) ? `: ${reason}` : '',
    to: instant(data.to),
    dueAt: instant(data.dueAt),
    people: data.people,
    day: typeof data.day === 'string' ? day(data.day) : '–',
    ...(name === 'priority-changed' && changeWords(data, translate)),
  });
}
