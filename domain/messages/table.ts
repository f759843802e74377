import type { Fact, FactName } from '../case/facts';
import type { ClockKind, PartyKind } from '../vocabulary';

/** A message, by the template that words it. */
export const messageEvents = [
  'confirm-email',
  'confirm-follow',
  'followed',
  'received',
  'confirmed',
  'verified',
  'rejected',
  'answered',
  'rerouted',
  'to-accept',
  'make-safe-ordered',
  'made-safe',
  'assigned',
  'work-order',
  'paused',
  'resumed',
  'pause-expired',
  'late',
  'repaired',
  'please-rate',
  'closed',
  'reopen-asked',
  'reopened',
  'reopen-refused',
  'merged',
  'forwarded',
  'agency-alert',
  'agency-update',
  'agency-cancel',
  'on-call',
  'forward-unanswered',
  'reminder',
  'breach',
  'management',
  'question',
  'question-reminder',
  'question-answered',
  'question-expired',
  'offer',
  'offer-taken',
  'offer-refused',
  'offer-unanswered',
  'part-ended',
  'thread-message',
  'owner-forward',
  'review-due',
  'cause-recurs',
  'me-link',
  'appeal-answered',
  'password-reset',
  'daily-head',
] as const;
export type MessageEvent = (typeof messageEvents)[number];

/** Who can hear. Citizens only with a confirmed address; an unconfirmed one is asked to confirm, once a day. */
export const audiences = [
  'reporters',
  'followers',
  'unconfirmed-reporter',
  'operators',
  'coordinators',
  'crew-coordinators',
  'supplier',
  'oversight',
  'management',
  'party',
] as const;
export type Audience = (typeof audiences)[number];

export interface Hearing {
  event: MessageEvent;
  to: readonly Audience[];
  /** Only when this clock is the fact's. */
  clock?: ClockKind;
  /** Only when the fact is about somebody of this kind. */
  ofKind?: PartyKind;
  /** Not for what a round hands over: whoever would hear has planned it. */
  outsideRounds?: true;
  /** At most one for each recipient in a case, in a cycle of it, in an hour of it, or in a day; else one a fact. */
  once?: 'case' | 'cycle' | 'hour' | 'day';
}

interface Row {
  /** May the citizen's tracking page show it? For a clock's stage: only for this clock. */
  public: boolean | ClockKind;
  hear: readonly Hearing[];
}

const quiet: Row = { public: false, hear: [] };
const shown: Row = { public: true, hear: [] };
const tells = (event: MessageEvent, ...to: Audience[]): Hearing => ({ event, to });

/** Fact → who hears what. Every fact stands here, so that a new one has to decide. */
export const messageTable: Record<FactName, Row> = {
  received: {
    public: true,
    hear: [
      tells('received', 'reporters'),
      { event: 'confirm-email', to: ['unconfirmed-reporter'], once: 'day' },
    ],
  },
  'attributes-given': quiet,
  'passed-on': shown,
  confirmed: { public: false, hear: [tells('confirmed', 'reporters')] },
  opened: quiet,
  attached: quiet,
  verified: {
    public: true,
    hear: [tells('verified', 'reporters'), tells('to-accept', 'coordinators')],
  },
  rejected: { public: true, hear: [tells('rejected', 'reporters'), tells('followed', 'followers')] },
  answered: { public: true, hear: [tells('answered', 'reporters')] },
  rerouted: { public: true, hear: [tells('rerouted', 'reporters'), tells('to-accept', 'coordinators')] },
  accepted: shown,
  'make-safe-ordered': { public: true, hear: [tells('make-safe-ordered', 'crew-coordinators')] },
  'made-safe': { public: true, hear: [tells('made-safe', 'reporters')] },
  assigned: {
    public: true,
    hear: [
      { event: 'followed', to: ['followers'], once: 'cycle' },
      // What a crew did not reach today is assigned again tomorrow: once is enough.
      { event: 'assigned', to: ['reporters'], once: 'cycle' },
      { event: 'work-order', to: ['crew-coordinators', 'supplier'], outsideRounds: true },
    ],
  },
  unassigned: quiet,
  started: shown,
  paused: { public: true, hear: [tells('paused', 'reporters')] },
  resumed: { public: true, hear: [tells('resumed', 'reporters')] },
  'pause-expired': {
    public: true,
    hear: [tells('resumed', 'reporters'), tells('pause-expired', 'coordinators')],
  },
  repaired: { public: true, hear: [tells('repaired', 'reporters'), tells('followed', 'followers')] },
  qualified: quiet,
  'rating-asked': { public: true, hear: [{ event: 'please-rate', to: ['reporters'], once: 'cycle' }] },
  rated: shown,
  closed: { public: true, hear: [tells('closed', 'reporters'), tells('followed', 'followers')] },
  'reopen-asked': { public: true, hear: [tells('reopen-asked', 'operators', 'coordinators')] },
  reopened: {
    public: true,
    hear: [
      tells('reopened', 'reporters'),
      tells('followed', 'followers'),
      tells('to-accept', 'coordinators'),
    ],
  },
  'reopen-refused': { public: true, hear: [tells('reopen-refused', 'reporters')] },
  merged: { public: true, hear: [tells('merged', 'reporters')] },
  'merge-refused': quiet,
  absorbed: quiet,
  split: quiet,
  unmerged: quiet,
  unabsorbed: quiet,
  'parting-refused': quiet,
  forwarded: {
    public: true,
    hear: [{ event: 'forwarded', to: ['reporters'], once: 'case' }],
  },
  'forward-updated': quiet,
  'forward-acknowledged': shown,
  'forward-unanswered': {
    public: false,
    hear: [{ event: 'forward-unanswered', to: ['operators', 'coordinators', 'management'], once: 'hour' }],
  },
  'forward-recalled': shown,
  'on-call-alerted': quiet,
  'citizen-added': shown,
  'rating-changed': shown,
  reminder: { public: false, hear: [tells('reminder', 'coordinators')] },
  breach: {
    public: 'repair',
    hear: [tells('breach', 'oversight'), { event: 'late', to: ['reporters'], clock: 'repair' }],
  },
  management: { public: false, hear: [tells('management', 'management')] },
  'question-asked': { public: false, hear: [tells('question', 'party')] },
  'question-reminded': { public: false, hear: [tells('question-reminder', 'party')] },
  'question-answered': { public: false, hear: [tells('question-answered', 'coordinators')] },
  'question-expired': { public: false, hear: [tells('question-expired', 'coordinators')] },
  'question-withdrawn': quiet,
  'handover-offered': { public: false, hear: [tells('offer', 'party')] },
  'handover-taken': {
    public: true,
    hear: [
      tells('offer-taken', 'coordinators'),
      { event: 'rerouted', to: ['reporters'], ofKind: 'department' },
    ],
  },
  'handover-refused': { public: false, hear: [tells('offer-refused', 'coordinators')] },
  'handover-unanswered': { public: false, hear: [tells('offer-unanswered', 'coordinators')] },
  'handover-withdrawn': quiet,
  'part-opened': quiet,
  'part-ended': { public: false, hear: [tells('part-ended', 'coordinators')] },
  replanned: quiet,
  'deadline-imported': quiet,
  erased: quiet,
};

/** Messages whose writers name the recipient themselves, at once or without a fact of a case. */
export const otherMessages: Partial<Record<MessageEvent, string>> = {
  'confirm-follow': 'whoever asked to follow a case, until they confirm it, once a day',
  'agency-alert': 'an agency with an e-mail address, when an emergency is posted to it, with its answer link',
  'agency-update':
    'an agency with an e-mail address that was alerted, when more people report the same emergency',
  'agency-cancel': 'an agency with an e-mail address that was alerted, when the emergency is recalled',
  'on-call': 'the person on call for the department at that hour, when an agency does not answer',
  'thread-message':
    'whoever is written to inside a case, or the coordinators when somebody writes to the department',
  'owner-forward': 'the owner of a road that is not the municipality’s, with the report',
  'review-due':
    'whoever said to change something after a missed deadline, on the day of the follow-up; the coordinators, once that person has left',
  'cause-recurs': 'the management, when one cause of missed deadlines was found three times in 90 days',
  'me-link': 'whoever asked for the link to their own page, at a confirmed address that is known here',
  'appeal-answered': 'whoever had said that the judgement of their report was wrong, with the answer',
  'password-reset': 'whoever works in the console and asked for a new password',
  'daily-head': 'the oversight body, once a day, with the signed heads of all chains',
};

/** May the citizen's tracking page show the fact? A stage is shown only when its clock is the repair's. */
export function isPublic(name: FactName, clock?: ClockKind): boolean {
  const shownFor = messageTable[name].public;
  return typeof shownFor === 'boolean' ? shownFor : shownFor === clock;
}

/** What a fact makes people hear. */
export const hearingsOf = ({ name, clock, data }: Pick<Fact, 'name' | 'clock' | 'data'>): Hearing[] =>
  messageTable[name].hear.filter(
    (hearing) =>
      (!hearing.clock || hearing.clock === clock) &&
      (!hearing.ofKind || hearing.ofKind === data?.kind) &&
      !(hearing.outsideRounds && data?.roundId),
  );
