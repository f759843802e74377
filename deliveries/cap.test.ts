import { readFileSync } from 'node:fs';
import path from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { buildCap, type CapMessage, capTime } from './cap';

const schema = {
  fileName: 'CAP-v1.2.xsd',
  contents: readFileSync(path.join(__dirname, '__fixtures__', 'CAP-v1.2.xsd'), 'utf8'),
};

const sent = new Date('2026-11-24T09:15:30.123Z');
const cap = (change: Partial<CapMessage> = {}): CapMessage => ({
  identifier: 'BC-0d6d1f4e-2f64-4a4f-8f0a-3f2b8c1d9e55',
  sender: 'segnalazioni@comune.example',
  senderName: 'Comune di Esempio',
  sent,
  timezone: 'Europe/Rome',
  status: 'Actual',
  type: 'Alert',
  addressee: 'Vigili del Fuoco',
  references: [],
  incident: 'C-2026-000045',
  event: 'Voragine',
  danger: 4,
  emergency: 'injured',
  place: 'Via Roma 12',
  lat: 44.9133,
  lon: 8.6164,
  istatCode: '006003',
  members: 1,
  words: 'C’è un buco <enorme> & un motociclista è caduto',
  web: 'https://city.example/a/TOKEN',
  contact: 'segnalazioni@comune.example',
  photoUrl: 'https://city.example/a/TOKEN/photo',
  ...change,
});

const validate = (xml: string) =>
  validateXML({ xml: [{ fileName: 'alert.xml', contents: xml }], schema: [schema] });

const references = [{ identifier: 'BC-1', sent }];
const hostile = `]]></description><alert/><!-- & &lt; &bogus; "quoted" <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]> \u202e😀 ${'x'.repeat(5000)}`;

test.each<[string, Partial<CapMessage>]>([
  ['an alert', {}],
  ['an exercise', { status: 'Exercise' }],
  ['an alert without words and photo', { words: null, photoUrl: null }],
  ['an alert about no place', { place: 'Luogo non indicato', lat: null, lon: null }],
  ['an imminent danger', { emergency: 'imminent', danger: 1 }],
  ['an update', { type: 'Update', references, members: 4 }],
  ['a cancel', { type: 'Cancel', references: [...references, { identifier: 'BC-2', sent }] }],
  ['what XML cannot hold', { words: 'a\u0000b\u000bc\ud800d', place: '\u0001' }],
  ...(['Alert', 'Update', 'Cancel'] as const).map((type): [string, Partial<CapMessage>] => [
    `hostile text in an ${type}`,
    {
      ...{ type, references: type === 'Alert' ? [] : references },
      ...{ words: hostile, place: hostile, event: hostile, addressee: hostile, senderName: hostile },
    },
  ]),
])('%s is valid CAP 1.2', async (_what, change) => {
  const { valid, errors } = await validate(buildCap(cap(change)));
  expect(errors).toEqual([]);
  expect(valid).toBe(true);
});

test('the schema refuses what it should, so the test above can fail', async () => {
  const xml = buildCap(cap());
  const isoTime = xml.replace(/<sent>[^<]*/, '<sent>2026-11-24T09:15:30.123Z');
  const wrongOrder = xml.replace(/(<status>.*<\/status>)\s*(<msgType>.*<\/msgType>)/, '$2$1');
  for (const broken of [isoTime, wrongOrder, xml.replace(/<urgency>.*<\/urgency>/, '')]) {
    expect(broken).not.toBe(xml);
    expect((await validate(broken)).valid).toBe(false);
  }
});

test('time is local, without milliseconds and never Z', () => {
  expect(capTime(sent, 'Europe/Rome')).toBe('2026-11-24T10:15:30+01:00');
  expect(capTime(new Date('2026-07-01T00:00:00Z'), 'Europe/Rome')).toBe('2026-07-01T02:00:00+02:00');
  expect(capTime(sent, 'UTC')).toBe('2026-11-24T09:15:30+00:00');
});

test('says where, how bad, what a citizen wrote, and what it refers to', () => {
  const xml = buildCap(cap({ type: 'Update', references }));
  expect(xml).toContain('<circle>44.913300,8.616400 0.05</circle>');
  expect(xml).toContain('<value>006003</value>');
  expect(xml).toContain('<severity>Extreme</severity>');
  expect(xml).toContain('un buco &lt;enorme&gt; &amp; un motociclista');
  expect(xml).toContain(
    '<references>segnalazioni@comune.example,BC-1,2026-11-24T10:15:30+01:00</references>',
  );
});

test('what looks like an entity arrives as it was written', () => {
  expect(buildCap(cap({ words: '&bogus; &lt; &#0; &#99999999; R&D' }))).toContain(
    '«&amp;bogus; &amp;lt; &amp;#0; &amp;#99999999; R&amp;D»',
  );
});
