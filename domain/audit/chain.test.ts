import fc from 'fast-check';
import { type ChainedEntry, canonical, genesis, linkText } from './chain';

const entry: ChainedEntry = {
  chain: 'case:1',
  seq: 1,
  factId: '1.0',
  name: 'opened',
  at: '2026-11-24T08:00:00.000Z',
  actorKind: 'system',
  actorId: null,
  public: true,
  data: { b: 1, a: [true, null, 'x'] },
  noteId: null,
  noteDigest: null,
};

describe('canonical', () => {
  it('does not depend on the order of keys', () => {
    expect(canonical({ b: 1, a: { d: 2, c: 3 } })).toBe('{"a":{"c":3,"d":2},"b":1}');
  });

  it('says the same before and after a journey through JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        expect(canonical(JSON.parse(JSON.stringify(value)))).toBe(canonical(value));
      }),
    );
  });
});

describe('linkText', () => {
  it('changes with every field of the entry and with the link before', () => {
    const texts = [
      linkText(genesis, entry),
      linkText('1'.repeat(64), entry),
      linkText(genesis, { ...entry, seq: 2 }),
      linkText(genesis, { ...entry, name: 'closed' }),
      linkText(genesis, { ...entry, public: false }),
      linkText(genesis, { ...entry, data: { b: 2, a: [true, null, 'x'] } }),
      linkText(genesis, { ...entry, noteDigest: 'aa' }),
    ];
    expect(new Set(texts).size).toBe(texts.length);
  });
});
