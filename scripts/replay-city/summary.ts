import type { Reconciliation } from './reconcile';

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** What a person reads at the end. */
export function summary(result: Reconciliation): string {
  const { verdicts, lag, messages } = result;
  const rows: [string, string][] = [
    ['Requests of the file', String(result.rows)],
    [
      'Accepted / in the database / workflows',
      `${result.accepted} / ${result.reports} / ${result.workflows}`,
    ],
    ['Taken for the problem of an earlier one', String(result.joined)],
    ['Repaired in the window / still open', `${result.repaired} / ${result.stillOpen}`],
    ['Escalated in the window', `${result.escalated} (marked overdue by the city: ${result.cityOverdue})`],
    [
      'Judged as by the city',
      `${verdicts.agreed}, undecidable ${verdicts.undecidable}, otherwise ${verdicts.disagreed}, without verdict ${verdicts.none}`,
    ],
    [
      'Messages',
      Object.entries(messages)
        .map(([status, count]) => `${count} ${status}`)
        .join(', '),
    ],
    ['Reports late by (p50 / p95 / worst)', three(lag.opening)],
    ['Repairs late by (p50 / p95 / worst)', three(lag.closing)],
    ['The worst in the file’s time', `${lag.worstClosingInFileMinutes} minutes`],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const lines = rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`);
  const verdict =
    result.problems.length === 0
      ? 'Everything reconciles.'
      : ['It does not reconcile:', ...result.problems.map((problem) => `  - ${problem}`)].join('\n');
  return ['', ...lines, '', verdict].join('\n');
}

const three = ({ p50, p95, worst }: { p50: number; p95: number; worst: number }) =>
  [p50, p95, worst].map(seconds).join(' / ');
