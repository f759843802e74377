import { HttpError } from 'ra-core';
import { currentSession, rememberSession, type Session } from './session';

export const apiBase = '/api/console';

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** JSON, or a form with a file. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

/** The language of the page, so that refusals come in it. */
const language = () => document.documentElement.lang || 'it';

function headersFor(options: RequestOptions): Record<string, string> {
  const csrf = currentSession()?.csrf;
  return {
    Accept: 'application/json',
    'Accept-Language': language(),
    ...(options.method && options.method !== 'GET' && csrf ? { 'X-CSRF-Token': csrf } : {}),
    ...(options.body !== undefined && !(options.body instanceof FormData)
      ? { 'Content-Type': 'application/json' }
      : {}),
    ...options.headers,
  };
}

/** A server that cannot be reached answers nothing, status 0; who stopped asking is told so by the browser. */
async function reach(...asked: Parameters<typeof fetch>) {
  try {
    const response = await fetch(...asked);
    return { response, text: await response.text() };
  } catch (problem) {
    throw (problem as Error).name === 'AbortError' ? problem : new HttpError('app.error.unreachable', 0);
  }
}

/** Nobody said no: what was asked may have been done all the same. */
export const isUnanswered = ({ status }: { status?: number }) => !status || status >= 500;

async function send(path: string, options: RequestOptions) {
  const body =
    options.body === undefined || options.body instanceof FormData
      ? (options.body as FormData | undefined)
      : JSON.stringify(options.body);
  const { response, text } = await reach(path.startsWith('/api/') ? path : apiBase + path, {
    method: options.method ?? 'GET',
    headers: headersFor(options),
    body,
    signal: options.signal,
    credentials: 'same-origin',
  });
  const json = text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined;
  return { status: response.status, headers: response.headers, body: json, ok: response.ok };
}

/**
 * One call to the API. A refusal becomes an HttpError whose message is the API's sentence and whose
 * `body.errors` puts the sentences of single fields at their inputs. A stale CSRF token is fetched anew, once.
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<Answer<T>> {
  let answer = await send(path, options);
  if (answer.status === 403 && answer.body?.code === 'bad-csrf') {
    await loadSession();
    answer = await send(path, options);
  }
  if (answer.ok) return answer as Answer<T>;
  const { code, message, fields } = answer.body ?? {};
  throw new HttpError(message ?? 'app.error.unreachable', answer.status, { code, errors: fields });
}

export const get = async <T>(path: string, signal?: AbortSignal) => (await request<T>(path, { signal })).body;
export const post = async <T>(path: string, body?: unknown) =>
  (await request<T>(path, { method: 'POST', body: body ?? {} })).body;
export const put = async <T>(path: string, body: unknown) =>
  (await request<T>(path, { method: 'PUT', body })).body;

/** Asks who is signed in and remembers it; rejects with status 401 when nobody is. */
export async function loadSession(): Promise<Session> {
  const session = await get<Session>('/session');
  rememberSession(session);
  return session;
}

/** The session as remembered, or asked for after a reload of the page. */
export const knownSession = async () => currentSession() ?? loadSession();
