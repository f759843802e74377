import { Webhook } from 'standardwebhooks';
import { type Receiver, startReceiver } from './testing-receiver';
import { postWebhook, WebhookError } from './webhook';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
let receiver: Receiver;

beforeAll(async () => {
  receiver = await startReceiver();
});
afterEach(() => {
  receiver.received.length = 0;
  receiver.answer = 204;
});
afterAll(() => receiver.close());

const post = (change: Partial<Parameters<typeof postWebhook>[0]> = {}) =>
  postWebhook({
    url: receiver.url,
    secrets: [secret],
    id: 'f-1',
    body: '{"a":1}',
    allowPrivate: true,
    ...change,
  });

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (error) => (error instanceof WebhookError ? error.code : `not a WebhookError: ${error}`),
  );

test('the receiver can verify the signature, and a repeated post has the same id', async () => {
  expect(await post()).toBe(204);
  expect(await post()).toBe(204);
  const [first, second] = receiver.received;
  expect(first?.headers['webhook-id']).toBe('f-1');
  expect(second?.headers['webhook-id']).toBe('f-1');
  expect(new Webhook(secret).verify(first!.body, first!.headers as Record<string, string>)).toEqual({ a: 1 });
  const other = new Webhook(Buffer.alloc(32, 8).toString('base64'));
  expect(() => other.verify(first!.body, first!.headers as Record<string, string>)).toThrow();
  expect(() => new Webhook(secret).verify('{"a":2}', first!.headers as Record<string, string>)).toThrow();
});

test.each([300, 301, 404, 410, 429, 500, 503])('%i is not an acceptance', async (status) => {
  receiver.answer = status;
  expect(await refusal(post())).toBe(`http-${status}`);
});

test('a redirect is not followed, wherever it leads', async () => {
  receiver.answer = (response) => response.writeHead(302, { location: receiver.url }).end();
  expect(await refusal(post())).toBe('http-302');
  expect(receiver.received).toHaveLength(1);
});

test.each([
  'http://127.0.0.1:PORT/',
  'http://localhost:PORT/',
  'http://[::1]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://0.0.0.0:PORT/',
  'http://2130706433:PORT/',
  'http://10.0.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'https://192.168.1.1/',
  'http://100.64.0.1/',
  'http://[fd00::1]/',
  'http://[fe80::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[::]:PORT/',
  'http://[64:ff9b::a00:1]/',
])('%s is not reached', async (url) => {
  const target = url.replace('PORT', new URL(receiver.url).port);
  expect(await refusal(post({ url: target, allowPrivate: false }))).toBe('private-address');
  expect(receiver.received).toHaveLength(0);
});

test('a silent receiver, an endless one, and none at all', async () => {
  receiver.answer = () => {};
  expect(await refusal(post({ timeoutMs: 200 }))).toBe('timeout');
  receiver.answer = (response) => {
    response.writeHead(200);
    setInterval(() => response.write('x'.repeat(1000)), 5).unref();
  };
  expect(await post()).toBe(200);
  expect(await refusal(post({ url: 'http://127.0.0.1:1/' }))).toBe('ECONNREFUSED');
});

test('what is too large or has no usable address or secret is refused before anything is sent', async () => {
  expect(await refusal(post({ body: 'x'.repeat(20_000) }))).toBe('too-large');
  expect(await refusal(post({ url: 'ftp://agency.example/' }))).toMatch(/^(ERR_|unexpected)/);
  expect(await refusal(post({ secrets: [''] }))).not.toBe('accepted');
  expect(receiver.received).toHaveLength(0);
});
