import { messageEvents } from '../domain/messages/table';
import { locales } from '../domain/vocabulary';
import { render } from './render';
import { builtInSource, parseSource } from './templates/source';
import { testView } from './testing';

const all = locales.flatMap((locale) => messageEvents.map((event) => [event, locale] as const));

describe.each(all)('%s in %s', (event, locale) => {
  const source = builtInSource(event, locale);

  test('renders with everything known', () => {
    const { subject, html, text } = render(source, testView({ locale }));
    for (const twin of [subject, html, text])
      expect(twin).not.toMatch(/\{\{|\[object|undefined|\bnull\b|NaN/);
    expect(subject).not.toBe('');
    expect(subject).not.toContain('\n');
    expect(html).toContain(`<html lang="${locale}">`);
    expect(text).not.toMatch(/<p>|\n{3}|\]\(/);
  });

  test('renders with everything unknown that can be', () => {
    const { html, text } = render(source, testView({ locale }, { bare: true }));
    for (const twin of [html, text]) expect(twin).not.toMatch(/\{\{|\[object|undefined|\bnull\b|NaN/);
  });

  test('escapes what people wrote', () => {
    const nasty = '<script>alert(1)</script>';
    const { html } = render(
      source,
      testView({ locale, note: nasty, words: nasty, place: nasty, category: nasty }),
    );
    expect(html).not.toContain('<script>');
  });
});

test('both languages have the same links and fields', () => {
  const fields = (text: string) => [...new Set(text.match(/\{\{(#if )?\w+/g))].sort();
  for (const event of messageEvents) {
    expect([event, fields(builtInSource(event, 'en').html)]).toEqual([
      event,
      fields(builtInSource(event, 'it').html),
    ]);
  }
});

test('both twins carry every link', () => {
  const source = parseSource('S\n\n[Open]({{trackingUrl}})\n\n![Photo]({{photoUrl}})\n\n> {{note}}');
  const { html, text } = render(source, testView({ locale: 'en', note: 'one\ntwo' }));
  expect(html).toContain('<a class="button" href="https://city.example/t/CODE">Open</a>');
  expect(html).toContain('<img src="https://city.example/photos/p" alt="Photo">');
  expect(html).toContain('<blockquote>one\ntwo</blockquote>');
  expect(text).toContain('Open: https://city.example/t/CODE');
  expect(text).toContain('> one');
});

test('a field that nobody knows is an error, not a gap', () => {
  expect(() => render({ subject: 'S', html: '{{surname}}', text: 'T' }, testView({}))).toThrow(/surname/);
});

test('a subject cannot smuggle a header', () => {
  const view = testView({ place: 'Via Roma\r\nBcc: all@example.org' });
  expect(render({ subject: '{{place}}', html: 'B', text: 'T' }, view).subject).toBe(
    'Via Roma Bcc: all@example.org',
  );
});
