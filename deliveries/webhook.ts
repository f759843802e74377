import http from 'node:http';
import https from 'node:https';
import { useAgent } from 'request-filtering-agent';
import { Webhook } from 'standardwebhooks';

export interface WebhookPost {
  url: string;
  /** `whsec_…`, each of which signs; more than one while they change. */
  secrets: readonly string[];
  /** The same at every try: how the receiver knows a repeated message. */
  id: string;
  body: string;
  /** Lets it reach addresses of this machine and its network; only for demonstrations. */
  allowPrivate?: boolean;
  timeoutMs?: number;
}

/** What Standard Webhooks asks senders to stay below. */
const MAX_BYTES = 20_000;
/** Below the time that one try of an alert may take altogether. */
const TIMEOUT_MS = 12_000;

/** A post that was not taken: a code without the address, and the receiver's status if it answered. */
export class WebhookError extends Error {
  constructor(
    readonly code: string,
    readonly status: number | null = null,
    /** How long the receiver wants to be left alone (`Retry-After`), in milliseconds. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(code);
    this.name = 'WebhookError';
  }
}

/**
 * Posts JSON, signed as Standard Webhooks asks. Only 2xx counts; redirects are not followed and private
 * addresses not reached, so that an agency's settings cannot be turned against our own network.
 * @returns the receiver's status
 * @throws WebhookError
 */
export async function postWebhook(post: WebhookPost): Promise<number> {
  if (Buffer.byteLength(post.body) >= MAX_BYTES) throw new WebhookError('too-large');
  const { status, retryAfter } = await send(post);
  if (status < 200 || status > 299) throw new WebhookError(`http-${status}`, status, wishOf(retryAfter));
  return status;
}

/** Seconds, or a date. */
function wishOf(header: string | undefined): number | null {
  if (!header) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? ms : null;
}

interface Taken {
  status: number;
  retryAfter: string | undefined;
}

function send({ url, secrets, id, body, allowPrivate = false, timeoutMs = TIMEOUT_MS }: WebhookPost) {
  return new Promise<Taken>((resolve, reject) => {
    const fail = (error: unknown) => reject(new WebhookError(codeOf(error)));
    try {
      const now = new Date();
      const options: https.RequestOptions = {
        method: 'POST',
        // It filters addresses after the name is resolved; fetch would ignore it.
        agent: useAgent(url, { allowPrivateIPAddress: allowPrivate, keepAlive: false }),
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'BeneComune',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
          'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' '),
        },
      };
      const request = (url.startsWith('https:') ? https : http).request(url, options, (response) => {
        resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] });
        // What the receiver has to say is of no interest, however long.
        response.destroy();
      });
      request.on('error', fail);
      request.end(body);
    } catch (error) {
      fail(error);
    }
  });
}

function codeOf(error: unknown): string {
  const { name, code, message } = error as { name?: string; code?: unknown; message?: string };
  if (name === 'AbortError' || name === 'TimeoutError') return 'timeout';
  if (message?.includes('is not allowed')) return 'private-address';
  return typeof code === 'string' ? code : 'unexpected';
}
