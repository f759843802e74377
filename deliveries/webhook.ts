import http from 'node:http';
import https from 'node:https';
import { useAgent } from 'request-filtering-agent';
import { Webhook } from 'standardwebhooks';

export interface WebhookCall {
  url: string;
  /** `whsec_…` */
  secret: string;
  /** The same for every attempt: the receiver's key against doubles. */
  id: string;
  type: string;
  /** When it happened. */
  at: Date;
  data: Record<string, unknown>;
  /** Demonstrations reach receivers on this machine; nobody else may. */
  allowPrivate: boolean;
}

/** `status` null: no answer at all; `code` says why in one word. */
export interface WebhookResult {
  ok: boolean;
  status: number | null;
  code: string | null;
}

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 20_000;

/**
 * Posts one signed webhook (https://www.standardwebhooks.com). Only 2xx is success; redirects are not
 * followed; addresses of private networks are refused after the name was resolved. Never throws for what
 * the receiver does.
 */
export async function postWebhook(call: WebhookCall): Promise<WebhookResult> {
  const body = JSON.stringify({ type: call.type, timestamp: call.at.toISOString(), data: call.data });
  if (Buffer.byteLength(body) > MAX_BYTES) return { ok: false, status: null, code: 'too-large' };
  const attemptedAt = new Date();
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'BeneComune',
    'webhook-id': call.id,
    'webhook-timestamp': String(Math.floor(attemptedAt.getTime() / 1000)),
    'webhook-signature': new Webhook(call.secret).sign(call.id, attemptedAt, body),
  };
  try {
    const status = await send(call, headers, body);
    const ok = status >= 200 && status < 300;
    return { ok, status, code: ok ? null : `http-${status}` };
  } catch (error) {
    return { ok: false, status: null, code: failureCode(error) };
  }
}

function send(call: WebhookCall, headers: http.OutgoingHttpHeaders, body: string): Promise<number> {
  const { request } = call.url.startsWith('https:') ? https : http;
  const agent = useAgent(call.url, { allowPrivateIPAddress: call.allowPrivate });
  return new Promise((resolve, reject) => {
    const sent = request(
      call.url,
      { method: 'POST', headers, agent, signal: AbortSignal.timeout(TIMEOUT_MS) },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** One word without addresses: it is shown in the console and stands in a row. */
function failureCode(error: unknown): string {
  const { name, code, message } = error as { name?: string; code?: string; message?: string };
  if (name === 'TimeoutError' || name === 'AbortError') return 'timeout';
  if (message?.includes('is not allowed')) return 'private-address';
  return typeof code === 'string' ? code.toLowerCase() : 'unreachable';
}
