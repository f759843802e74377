import type { Instant } from '../case/state';
import type { Judgement } from '../standing/judgement';
import type { Danger } from '../vocabulary';
import { burst } from './weights';

/** One report of a case and who sent it, as far as that is known. */
export interface Reporter {
  reportId: string;
  /** The person, once the address was confirmed. */
  personId: string | null;
  /** Hash of the first-party cookie; of no meaning where staff entered it. */
  cookie: string | null;
  /** Entered by staff: by phone, at the counter, from a letter. */
  entered: boolean;
  /** It is known that the address's owner sent it, and not somebody who typed it. */
  byOwner: boolean;
  at: Instant;
  danger: Danger;
  /** Had sent something elsewhere before the hour of this report. */
  seenBefore: boolean;
  /** Of other cases of this person; none where the person does not want to be profiled. */
  judgements: readonly Judgement[];
}

/** Somebody, with all that they sent about the case: the first instant, the greatest danger. */
export interface Person {
  key: string;
  confirmed: boolean;
  firstAt: Instant;
  danger: Danger;
  /** What weighs their word; none where the greatest danger may be the word of somebody else. */
  judgements: readonly Judgement[];
  /** Not confirmed, never seen before and not who opened the case. */
  newcomer: boolean;
}

export interface People {
  /** Who counts. */
  counted: Person[];
  /** Who counts also while nobody has said whether a burst is real: none of its newcomers. */
  certain: Person[];
  /** Newcomers of a burst beyond those who count. */
  held: number;
  /** When newcomers became a burst; null where there is none, or staff have said that it is real. */
  burstAt: Instant | null;
}

/**
 * The distinct people behind the reports of a case, in whatever order these are given. A person is a confirmed
 * address, else a cookie that no confirmed person of this case used; a report that staff entered is a person of
 * its own; all reports with neither are one person, since nothing tells them apart.
 *
 * Of the newcomers `burst.most` count in any `burst.windowMs`; more are a burst, until staff say that it is real.
 * @param realUntil staff have said that the newcomers up to then are real
 */
export function peopleOf(reporters: readonly Reporter[], realUntil: Instant | null): People {
  const people = distinct(reporters);
  const newcomers = people
    .filter(({ newcomer, firstAt }) => newcomer && !(realUntil !== null && firstAt <= realUntil))
    .sort(byArrival);
  const held = new Set(overflow(newcomers));
  const bursting = new Set(newcomers.filter((_, index) => isInBurst(index, newcomers)));
  return {
    counted: people.filter((one) => !held.has(one)),
    certain: people.filter((one) => !bursting.has(one)),
    held: held.size,
    burstAt: [...held][0]?.firstAt ?? null,
  };
}

function distinct(reporters: readonly Reporter[]): Person[] {
  const owners = new Map<string, string>();
  const trusted = new Set<string>();
  for (const { personId, cookie, entered, byOwner } of reporters) {
    if (!personId || !cookie || entered) continue;
    if (personId < (owners.get(cookie) ?? '~')) owners.set(cookie, personId);
    if (byOwner) trusted.add(cookie);
  }
  /** The greatest danger that is known to be the person's own word. */
  const spoken = new Map<string, Danger>();
  const people = new Map<string, Person>();
  for (const reporter of [...reporters].sort((a, b) => a.at - b.at || compare(a.reportId, b.reportId))) {
    const { at, danger, judgements } = reporter;
    const personId =
      reporter.personId ?? (reporter.entered ? null : owners.get(reporter.cookie ?? '')) ?? null;
    const key = keyOf(reporter, personId);
    const known = people.get(key);
    const confirmed = personId !== null;
    const own = reporter.personId ? reporter.byOwner : !confirmed || trusted.has(reporter.cookie ?? '');
    if (own && danger > (spoken.get(key) ?? 0)) spoken.set(key, danger);
    if (!known) {
      const newcomer = key.startsWith('cookie:') && !reporter.seenBefore && people.size > 0;
      people.set(key, { key, confirmed, firstAt: at, danger, judgements, newcomer });
    } else {
      if (danger > known.danger) known.danger = danger;
      // What an address has earned, the cookie alone does not show.
      if (judgements.length > known.judgements.length) known.judgements = judgements;
    }
  }
  return [...people.values()].map((one) =>
    // The word of whoever typed an address does not weigh as its owner's.
    one.danger > (spoken.get(one.key) ?? 0) ? { ...one, judgements: [] } : one,
  );
}

function keyOf({ reportId, cookie, entered }: Reporter, personId: string | null): string {
  if (personId) return `person:${personId}`;
  if (entered) return `report:${reportId}`;
  return cookie ? `cookie:${cookie}` : 'nobody';
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byArrival = (a: Person, b: Person) => a.firstAt - b.firstAt || compare(a.key, b.key);

/** Those who come when enough others of the last window count already. */
function overflow(newcomers: readonly Person[]): Person[] {
  const counted: Person[] = [];
  return newcomers.filter((one) => {
    const before = counted.at(-burst.most);
    if (before && one.firstAt - before.firstAt < burst.windowMs) return true;
    counted.push(one);
    return false;
  });
}

/** Whether some window holds the newcomer at `index` and more than `burst.most` in all. */
const isInBurst = (index: number, newcomers: readonly Person[]): boolean =>
  newcomers.slice(Math.max(0, index - burst.most), index + 1).some((from, shift) => {
    const last = newcomers[Math.max(0, index - burst.most) + shift + burst.most];
    return last !== undefined && last.firstAt - from.firstAt < burst.windowMs;
  });
