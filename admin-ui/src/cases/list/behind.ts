type Filter = Record<string, unknown>;

/** A part of what a figure of the dashboards counts: key of the translations, and instants to fill in. */
export interface Part {
  key: string;
  at?: string;
  from?: string;
  to?: string;
}

const instants = ['openAt', 'lateAt', 'reviewAt', 'reviewOverdueAt'] as const;
const flags = ['repaired', 'doneLate', 'rated', 'recurrence', 'reopened', 'cell'] as const;
const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** Which cases a figure of the dashboards has led to, in words; nothing for any other list. */
export function partsOf(filter: Filter): Part[] {
  if (!filter.counted) return [];
  const periods = (['opened', 'done'] as const).flatMap((key) => {
    const [from, to] = [text(filter[`${key}From`]), text(filter[`${key}To`])];
    return from && to ? [{ key, from, to }] : [];
  });
  return [
    ...periods,
    ...instants.flatMap((key) => (text(filter[key]) ? [{ key, at: text(filter[key]) }] : [])),
    ...flags.filter((key) => filter[key]).map((key) => ({ key })),
  ];
}
