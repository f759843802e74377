import { http, json, persist, Refused } from './http';

interface Session {
  cookie: string;
  csrf: string;
}

/** Somebody who works in the console, over HTTP as the browser does. */
export class Staff {
  private constructor(
    private readonly baseUrl: string,
    private readonly session: Session,
  ) {}

  /** @throws Refused when the password is wrong */
  static async signIn(baseUrl: string, email: string, password: string): Promise<Staff> {
    const answer = await http(`${baseUrl}/api/console/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (answer.status !== 200) throw new Refused(answer.status, 'sign-in', email.split('@')[0] ?? '');
    const { csrf } = JSON.parse(answer.body.toString()) as { csrf: string };
    const cookie = [answer.headers['set-cookie'] ?? []]
      .flat()
      .map((line) => line.split(';')[0])
      .join('; ');
    return new Staff(baseUrl, { cookie, csrf });
  }

  /** What every request of this person carries. */
  get headers(): Record<string, string> {
    return { cookie: this.session.cookie, 'x-csrf-token': this.session.csrf };
  }

  get<T>(path: string): Promise<T> {
    return json<T>(`${this.baseUrl}/api/console${path}`, { headers: this.headers });
  }

  send<T>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<T> {
    return json<T>(`${this.baseUrl}/api/console${path}`, { method, headers: this.headers, send: body });
  }

  /** Gives a command until it is carried out or refused; its id makes repeating harmless. */
  command(caseId: string, command: { name: string; commandId: string; [detail: string]: unknown }) {
    return persist(() =>
      this.send<{ version: number; status: string }>('POST', `/cases/${caseId}/commands`, command),
    );
  }
}
