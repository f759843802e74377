import { setTimeout as sleep } from 'node:timers/promises';
import { persist } from '../http';
import { Agenda } from './agenda';
import type { Cast } from './cast';
import { Citizen, type Sent, sendReport } from './citizens';
import type { Codes } from './municipality';
import type { Story } from './stories';
import { type OpenCase, type Turn, turnsOf } from './turns';

/** Citizens send at their time whatever staff are doing; staff have a few things in hand at once. */
const CITIZENS = 3;
const STAFF = 6;
const LOOK_MS = 300;
const PAGE = 60;

/** How far the play has come. */
export interface Played {
  accepted: number;
  repaired: number;
  closed: number;
  /** Numbers of the reports by the file's ids. */
  numbers: Map<string, string>;
  trackingCodes: Set<string>;
  /** Requests, by the file's ids, that the product took for the problem of an earlier one. */
  joined: Set<string>;
  /** How late each report was accepted, in milliseconds. */
  openingLags: number[];
}

/** Plays citizens and staff of a file against a running product. */
export class Play {
  readonly played: Played = {
    ...{ accepted: 0, repaired: 0, closed: 0 },
    ...{ numbers: new Map(), trackingCodes: new Set(), joined: new Set(), openingLags: [] },
  };
  private readonly citizens = new Agenda(CITIZENS);
  private readonly staff = new Agenda(STAFF);
  /** Accepted reports whose case nobody has seen yet, by number. */
  private readonly cases = new Set<string>();
  private readonly unseen = new Map<string, { story: Story; sent: Sent; place: number }>();

  constructor(
    private readonly baseUrl: string,
    private readonly cast: Cast,
    private readonly codes: Codes,
  ) {}

  /** Resolves when everything has been done; rejects with the first refusal. */
  async run(stories: readonly Story[]): Promise<Played> {
    for (const story of stories) {
      const { openAt } = story;
      this.citizens.add({ notBefore: openAt, due: openAt, run: () => this.open(story) });
    }
    let sending = true;
    const sent = this.citizens.empty().finally(() => {
      sending = false;
    });
    await Promise.all([sent, this.look(() => sending || this.unseen.size > 0)]);
    await this.staff.empty();
    return this.played;
  }

  private async open(story: Story): Promise<void> {
    const sent = await sendReport(this.baseUrl, story, this.codes);
    this.played.openingLags.push(Date.now() - story.openAt);
    this.played.trackingCodes.add(sent.trackingCode);
    this.played.numbers.set(story.row.id, sent.number);
    this.unseen.set(sent.number, { story, sent, place: this.played.accepted });
    this.played.accepted += 1;
  }

  /** Looks at the newest reports, as an operator does, until every accepted one has its case. */
  private async look(goesOn: () => boolean): Promise<void> {
    while (goesOn()) {
      await sleep(LOOK_MS);
      if (this.unseen.size === 0) continue;
      // Beginning with the oldest that has no case yet: the list is in the order of acceptance, nearly.
      const oldest = this.unseen.values().next().value?.place ?? 0;
      const from = Math.max(0, oldest - PAGE / 3);
      const path = `/reports?_sort=receivedAt&_order=ASC&_start=${from}&_end=${from + PAGE}`;
      const rows = await persist(() => this.cast.operator.get<(OpenCase & { number: string })[]>(path));
      for (const row of rows) {
        const found = this.unseen.get(row.number);
        if (!found || !row.caseId) continue;
        this.unseen.delete(row.number);
        if (this.cases.has(row.caseId)) {
          this.played.joined.add(found.story.row.id);
          continue;
        }
        this.cases.add(row.caseId);
        const citizen = new Citizen(this.baseUrl, found.sent.trackingCode);
        this.take(turnsOf(found.story, row, this.cast, citizen));
      }
    }
  }

  /** The first turn, and when it is over the next. */
  private take([turn, ...rest]: Turn[]): void {
    if (!turn) return;
    this.staff.add({
      notBefore: Math.max(turn.notBefore, turn.pause > 0 ? Date.now() + turn.pause : 0),
      due: turn.due,
      run: async () => {
        await turn.run();
        if (turn.name === 'mark-repaired') this.played.repaired += 1;
        if (turn.name === 'close') this.played.closed += 1;
        this.take(rest);
      },
    });
  }
}
