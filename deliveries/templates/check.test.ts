import { messageEvents } from '../../domain/messages/table';
import { locales } from '../../domain/vocabulary';
import { templateFault } from './check';
import { builtInFile } from './source';

const fault = (source: string, event: Parameters<typeof templateFault>[0] = 'repaired') =>
  templateFault(event, 'it', source);

test('the product’s own words pass, each of them', () => {
  for (const event of messageEvents)
    for (const locale of locales)
      expect([event, locale, templateFault(event, locale, builtInFile(event, locale))]).toEqual([
        event,
        locale,
        null,
      ]);
});

test.each([
  ['Oggetto\n\nCiao {{surname}}', { what: 'unknown-field', line: 3, field: 'surname' }],
  ['Oggetto\n\n{{#if surname}}x{{/if}}', { what: 'unknown-field', line: 3, field: 'surname' }],
  ['Oggetto\n\nCiao {{place.length}}', { what: 'unknown-field', line: 3, field: 'place.length' }],
  ['Oggetto\n\nCiao {{constructor}}', { what: 'unknown-field', line: 3, field: 'constructor' }],
  ['Oggetto\n\n{{this}}', { what: 'unknown-field', line: 3, field: 'this' }],
  ['Oggetto\n\n{{#if place}}\nCiao', { what: 'syntax', line: 4 }],
  ['Oggetto\n\n{{place', { what: 'syntax', line: 3 }],
  ['Oggetto\n\n{{#each chains}}{{#each chains}}x{{/each}}{{/each}}', { what: 'not-allowed', line: 3 }],
  ['Oggetto\n\n{{#with place}}x{{/with}}', { what: 'not-allowed', line: 3 }],
  ['Oggetto\n\n{{> repaired}}', { what: 'not-allowed', line: 3 }],
  ['Oggetto\n\n{{#*inline "me"}}{{> me}}{{/inline}}{{> me}}', { what: 'not-allowed', line: 3 }],
  ['Oggetto\n\n{{#> repaired}}x{{/repaired}}', { what: 'not-allowed', line: 3 }],
  ['Oggetto\n\n{{lookup chains place}}', { what: 'not-allowed', line: 3 }],
  ['Oggetto\n\n{{log place}}', { what: 'not-allowed', line: 3 }],
  ['Oggetto\n\n{{#if (lookup chains place)}}x{{/if}}', { what: 'not-allowed', line: 3 }],
  ['Oggetto\n\n{{#if place includeZero=true}}x{{/if}}', { what: 'not-allowed', line: 3 }],
  ['Oggetto\n\n{{@root}}', { what: 'not-allowed', line: 3 }],
  ['Oggetto\n\n{{../place}}', { what: 'not-allowed', line: 3 }],
  ['Oggetto\n\n{{"place"}}', { what: 'not-allowed', line: 3 }],
  ['Oggetto\n\n<script>alert(1)</script>', { what: 'markup' }],
  ['Oggetto\n\n{{{place}}}', { what: 'markup' }],
  ['Oggetto', { what: 'empty' }],
  ['{{#if note}}x{{/if}}\n\nCiao', { what: 'empty' }],
  [`Oggetto\n\n${'x'.repeat(20_000)}`, { what: 'too-long' }],
  [`Oggetto\n\n${'{{#if place}}'.repeat(500)}x${'{{/if}}'.repeat(500)}`, { what: 'nested', line: 3 }],
])('%j is refused', (source, expected) => {
  expect(fault(source)).toEqual(expected);
});

test('what a message asks for needs its link', () => {
  expect(fault('Conferma\n\nCiao', 'confirm-email')).toEqual({ what: 'missing-link', field: 'confirmUrl' });
  expect(fault('Conferma\n\n[Conferma]({{confirmUrl}})', 'confirm-email')).toBeNull();
});

test('whatever the longest sources are made of, they are judged', () => {
  for (const piece of ['{', '{{', '{{#if ', '{{#if place}}', '{{!', '{{"', '\\\\{{', '[', '![x](', '\n'])
    expect(fault(piece.repeat(20_000 / piece.length))).not.toBeUndefined();
});
