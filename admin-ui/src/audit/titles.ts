/** Numbers of cases and reports by their ids. */
export type Numbers = Record<string, string>;

const named = /^(case|report|emergency|round)[:-]([0-9a-f-]{36})(?:-(\d+))?$/;

/** A chain (`case:…`) or a workflow (`report-…`, `emergency-…-1`) by the number that people know, to be translated. */
export function titleOf(name: string, numbers: Numbers): { key: string; data: Record<string, unknown> } {
  const [, kind = 'other', id = '', turn] = named.exec(name) ?? [];
  // A round has no number that people know: the beginning of its id tells it from others.
  const number = numbers[id] ?? (kind === 'round' ? id.slice(0, 8) : id);
  if (kind !== 'other') return { key: `auditPage.title.${kind}`, data: { number, turn } };
  const own = name === 'settings' || name === 'archives' || name === 'dossiers';
  return { key: `auditPage.title.${own ? name : 'other'}`, data: { name } };
}
