import { vi } from 'vitest';

interface Reply {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Answers `fetch` with the replies in their order and keeps what was asked; `lost` is no answer at all. */
export function answerWith(...replies: (Reply | 'lost')[]) {
  const fetched = vi.fn(async (_path: string, _init: RequestInit) => {
    const reply = replies.shift() ?? {};
    if (reply === 'lost') throw new TypeError('Failed to fetch');
    const { status = 200, body, headers } = reply;
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    });
  });
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('document', { documentElement: { lang: 'it' } });
  return {
    path: (call: number) => fetched.mock.calls[call]?.[0],
    init: (call: number) => fetched.mock.calls[call]?.[1],
    body: (call: number) => JSON.parse(String(fetched.mock.calls[call]?.[1].body)),
    calls: () => fetched.mock.calls.length,
  };
}

export const session = (actions: string[] = [], mustChangePassword = false) => ({
  user: {
    id: 'u1',
    name: 'Lucia',
    email: 'lucia@example.org',
    role: 'coordinator' as const,
    departmentId: null,
    locale: 'it' as const,
    mustChangePassword,
  },
  actions,
  csrf: 'token-1',
});
