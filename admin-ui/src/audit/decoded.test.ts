import { expect, test } from 'vitest';
import { decoded } from './decoded';

const metadata = { encoding: 'anNvbi9wbGFpbg==' };
const packed = (text: string) => ({
  metadata,
  data: btoa(String.fromCharCode(...new TextEncoder().encode(text))),
});

test('payloads are shown in the clear wherever they stand', () => {
  const history = {
    events: [{ eventId: '1', attributes: { input: { payloads: [packed('{"name":"perché"}')] } } }],
  };
  expect(decoded(history)).toEqual({
    events: [{ eventId: '1', attributes: { input: { payloads: [{ name: 'perché' }] } } }],
  });
});

test('what cannot be read stays, and so does everything else', () => {
  const raw = [packed('no JSON'), { data: 'x' }, null, 3, 'text'];
  expect(decoded(raw)).toEqual(raw);
});
