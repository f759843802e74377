import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { createReport, createTown, type Town } from '../../activities/testing';
import { Case, Crew, Membership, Supplier, User } from '../../db/entities';
import { open } from '../../domain/case/events';
import type { Role } from '../../domain/vocabulary';
import type { Deps } from '../http/deps';
import { startSite } from '../testing';
import { hashPassword } from './session/password';

export const password = 'correct horse battery';

/** The console's API of a site of its own, before a Temporal that may be none. */
export async function startConsole(temporal?: Client) {
  // Without TLS the session's cookie is not for TLS only.
  const site = await startSite({ temporal, env: { PUBLIC_URL: 'http://city.example' } });
  const { db } = site;
  const url = `${site.origin}/api/console`;
  const passwordHash = await hashPassword(password);

  /** Somebody who works in the console, signed in. */
  async function person(role: Role, departmentId: string | null = null): Promise<Visitor> {
    const id = randomUUID();
    const email = `${id}@example.org`;
    await db
      .getRepository(User)
      .insert({ id, email, name: role, role, departmentId, passwordHash, locale: 'en' });
    const visitor = new Visitor(url, id, email);
    await visitor.signIn();
    return visitor;
  }
  return { ...site, url, person, visitor: () => new Visitor(url, '', '') };
}
export type Console = Awaited<ReturnType<typeof startConsole>>;

// biome-ignore lint/suspicious/noExplicitAny: an answer is what a test says it is.
export type Answer = { status: number; headers: Headers; body: any };

/** A browser: keeps its cookie and sends the token. */
export class Visitor {
  cookie = '';
  csrf = '';

  constructor(
    readonly url: string,
    readonly id: string,
    readonly email: string,
  ) {}

  async signIn(given: { email?: string; password?: string } = {}): Promise<Answer> {
    const answer = await this.send('POST', '/session', { email: this.email, password, ...given });
    this.csrf = answer.body.csrf ?? '';
    return answer;
  }

  get = (at: string) => this.send('GET', at);
  post = (at: string, body: unknown = {}) => this.send('POST', at, body);
  put = (at: string, body: unknown) => this.send('PUT', at, body);
  delete = (at: string) => this.send('DELETE', at);

  async send(
    method: string,
    at: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const form = body instanceof FormData;
    const response = await fetch(this.url + at, {
      method,
      headers: {
        Cookie: this.cookie,
        'X-CSRF-Token': this.csrf,
        ...(!form && body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: form ? body : body === undefined ? undefined : JSON.stringify(body),
    });
    const set = response.headers.getSetCookie().find((cookie) => cookie.startsWith('console='));
    if (set) this.cookie = set.split(';')[0] as string;
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  }
}

/** Looks again and again, for fifteen seconds. */
export async function until<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 150; tries++) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not come.');
}

let numbers = 0;

/** A case as its workflow would have projected it when it opened, with one report. */
export async function createCase(db: Deps['db'], town: Town, fields: Partial<Case> = {}): Promise<Case> {
  const report = await createReport(db, town);
  const id = randomUUID();
  const kind = { kind: 'problem', danger: 2, emergency: 'none' } as const;
  const opening = { caseId: id, openedAt: Date.now(), ...kind, ...town };
  const { state } = open(opening, Date.now());
  await db.getRepository(Case).insert({
    id,
    number: `C-${++numbers}`,
    status: 'verifying',
    priority: 10,
    members: 1,
    location: report.location,
    address: report.address,
    departmentId: town.departmentId,
    categoryId: town.categoryId,
    snapshot: state as never,
    ...kind,
    ...(fields as object),
  });
  await db.getRepository(Membership).insert({ reportId: report.id, caseId: id });
  return db.getRepository(Case).findOneByOrFail({ id });
}

export async function createCrewAndSupplier(db: Deps['db'], { departmentId }: Town) {
  const [crewId, supplierId] = [randomUUID(), randomUUID()];
  await db.getRepository(Crew).insert({ id: crewId, departmentId, name: 'Squadra 1' });
  await db.getRepository(Supplier).insert({ id: supplierId, name: supplierId, email: 's@example.org' });
  return { crewId, supplierId };
}

export { createReport, createTown, type Town };
