import fc from 'fast-check';
import { checkAnswers, noticesFor } from './answers';
import { type Attribute, attributeKinds, attributeProblems } from './attribute';

const attribute = (change: Partial<Attribute>): Attribute => ({
  ...{ code: 'a', kind: 'text', it: 'Domanda', en: 'Question', hintIt: '', hintEn: '' },
  ...{ required: false, choices: [], stops: false, when: null },
  ...change,
});
const choices = ['one', 'two', 'three'].map((key) => ({ key, it: `${key}-it`, en: `${key}-en` }));
const ask = (change: Partial<Attribute>, value: unknown) => {
  const { answers, problems } = checkAnswers([attribute(change)], { a: value });
  return problems.a ?? answers[0]?.value;
};

test.each<[Partial<Attribute>, unknown, unknown]>([
  [{ kind: 'text' }, '  palo 12 ', 'palo 12'],
  [{ kind: 'text' }, 12, 'invalid'],
  [{ kind: 'text' }, 'x'.repeat(1001), 'too-long'],
  [{ kind: 'number' }, '3,5', 3.5],
  [{ kind: 'number' }, 4, 4],
  [{ kind: 'number' }, '4 pali', 'invalid'],
  [{ kind: 'number' }, '1e3', 'invalid'],
  [{ kind: 'number' }, 1e13, 'out-of-range'],
  [{ kind: 'number' }, Number.NaN, 'invalid'],
  [{ kind: 'date' }, '2026-02-28', '2026-02-28'],
  [{ kind: 'date' }, '2026-02-28T23:30:00+01:00', '2026-02-28'],
  [{ kind: 'date' }, '2026-02-30', 'invalid'],
  [{ kind: 'date' }, '28/02/2026', 'invalid'],
  [{ kind: 'single', choices }, 'two', 'two'],
  [{ kind: 'single', choices }, ['two'], 'two'],
  [{ kind: 'single', choices }, ['one', 'two'], 'choice'],
  [{ kind: 'single', choices }, 'four', 'choice'],
  [{ kind: 'multiple', choices }, ['three', 'one', 'one'], ['one', 'three']],
  [{ kind: 'multiple', choices }, 'one', ['one']],
  [{ kind: 'multiple', choices }, ['one', 'four'], 'choice'],
  [{ kind: 'multiple', choices }, { one: true }, 'choice'],
])('%j takes %j as %j', (change, value, expected) => {
  expect(ask(change, value)).toEqual(expected);
});

test('what was left empty was not answered; a required answer is missed, but not where seconds count', () => {
  for (const value of ['', '   ', [], [''], null, undefined]) {
    expect(ask({ kind: 'multiple', choices }, value)).toBeUndefined();
    expect(ask({ required: true }, value)).toBe('required');
    expect(checkAnswers([attribute({ required: true })], { a: value }, { urgent: true }).problems).toEqual(
      {},
    );
  }
});

test('an answer keeps the words of its question and of what was chosen', () => {
  const { answers } = checkAnswers([attribute({ kind: 'multiple', choices })], { a: ['two'] });
  expect(answers).toEqual([
    { code: 'a', kind: 'multiple', it: 'Domanda', en: 'Question', value: ['two'], chosen: [choices[1]] },
  ]);
});

test('a notice stops those whom it is for, and nobody in an emergency', () => {
  const asked = attribute({ kind: 'single', choices });
  const call = attribute({ code: 'call', kind: 'notice', stops: true, when: { code: 'a', key: 'two' } });
  const read = attribute({ code: 'read', kind: 'notice' });
  expect(checkAnswers([asked, call, read], { a: 'one' }).problems).toEqual({});
  expect(checkAnswers([asked, call, read], { a: 'two' }).problems).toEqual({ call: 'stopped' });
  expect(checkAnswers([asked, call], { a: 'two' }, { urgent: true }).problems).toEqual({});
  expect(checkAnswers([{ ...call, when: null }], {}).problems).toEqual({ call: 'stopped' });
  const { answers } = checkAnswers([asked], { a: 'two' });
  expect(noticesFor([asked, call, read], answers).map(({ code }) => code)).toEqual(['call', 'read']);
  expect(noticesFor([asked, call, read], []).map(({ code }) => code)).toEqual(['read']);
});

test('whatever is sent, each answer is a known one of its kind, and nothing unknown passes in silence', () => {
  const asked = attributeKinds.map((kind) =>
    attribute({ code: kind, kind, choices: kind === 'single' || kind === 'multiple' ? choices : [] }),
  );
  fc.assert(
    fc.property(
      fc.dictionary(fc.oneof(fc.constantFrom(...attributeKinds), fc.string()), fc.jsonValue()),
      (given) => {
        const { answers, problems } = checkAnswers(asked, given);
        for (const code of Object.keys(given)) {
          if (attributeKinds.includes(code as never) && code !== 'notice') continue;
          expect(problems[code]).toBe('unknown-field');
        }
        for (const { code, value } of answers) {
          expect(problems[code]).toBeUndefined();
          if (code === 'number') expect(Number.isFinite(value)).toBe(true);
          else if (code === 'multiple')
            expect(choices.map(({ key }) => key)).toEqual(expect.arrayContaining(value as string[]));
          else expect(typeof value).toBe('string');
        }
      },
    ),
  );
});

test('what a category asks has to make sense', () => {
  const single = attribute({ kind: 'single', choices });
  const notice = attribute({ code: 'n', kind: 'notice', stops: true, when: { code: 'a', key: 'two' } });
  expect(attributeProblems([single, notice])).toEqual({});
  expect(attributeProblems([single, single])).toEqual({ '1.code': 'choice' });
  expect(attributeProblems([{ ...single, choices: [] }])).toEqual({ '0.choices': 'required' });
  expect(attributeProblems([attribute({ choices })])).toEqual({ '0.choices': 'choice' });
  expect(attributeProblems([{ ...single, choices: [...choices, choices[0]!] }])).toEqual({
    '0.choices': 'choice',
  });
  expect(attributeProblems([attribute({ stops: true })])).toEqual({ '0.stops': 'choice' });
  expect(attributeProblems([single, { ...notice, when: { code: 'a', key: 'four' } }])).toEqual({
    '1.when': 'choice',
  });
  expect(attributeProblems([single, { ...notice, when: { code: 'b', key: 'two' } }])).toEqual({
    '1.when': 'choice',
  });
  expect(attributeProblems([{ ...notice, when: null, required: true }])).toEqual({ '0.required': 'choice' });
});
