import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** Connections stay open: a new one for each request would be measured as well. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const PATIENCE_MS = 30_000;

/** One request, as light as Node makes it. Throws when nobody answers. */
export function http(url: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, timeout: PATIENCE_MS, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer in ${PATIENCE_MS / 1000} s`)));
    sent.on('error', reject);
    sent.end(body);
  });
}

/** An answer that is not what was asked for. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    what: string,
  ) {
    super(`${what}: ${status} ${code}`);
    this.name = 'Refused';
  }
}

/** The JSON of a good answer; throws Refused with the code of any other. */
export async function json<T>(url: string, ask: Ask & { send?: unknown } = {}): Promise<T> {
  const { send, headers = {}, ...rest } = ask;
  const answer = await http(url, {
    ...rest,
    headers: {
      accept: 'application/json',
      ...(send ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(send === undefined ? {} : { body: JSON.stringify(send) }),
  });
  const read = parse(answer.body);
  if (answer.status >= 200 && answer.status < 300 && answer.status !== 202) return read as T;
  const { code = 'unexpected' } = (read ?? {}) as { code?: string };
  throw new Refused(answer.status, code, `${ask.method ?? 'GET'} ${new URL(url).pathname}`);
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return null;
  }
}

/** What may be asked again: nobody answered, or not yet. */
const mayPass = (error: unknown) =>
  !(error instanceof Refused) || error.status === 202 || error.status === 429 || error.status >= 500;

/** Tries until it is done or refused, with growing pauses. The caller makes repeating harmless. */
export async function persist<T>(work: () => Promise<T>, forMs = 120_000): Promise<T> {
  const end = Date.now() + forMs;
  for (let pause = 100; ; pause = Math.min(pause * 2, 2000)) {
    try {
      return await work();
    } catch (error) {
      if (!mayPass(error) || Date.now() + pause > end) throw error;
      await sleep(pause);
    }
  }
}

export const closeHttp = () => agent.destroy();
