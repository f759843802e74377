import { createInterface } from 'node:readline/promises';

/** What the launcher tells the person at the terminal. */
export const say = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

/** Tells that a step begins and how long it took. */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const begun = Date.now();
  say(`  ${label} …`);
  const result = await work();
  say(`  ${label}: ready (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  return result;
}

/** Asks a yes-or-no question; without a terminal, or with `--yes`, the answer is yes. */
export async function confirm(question: string, yes: boolean): Promise<boolean> {
  if (yes || !process.stdin.isTTY) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} [Y/n] `);
  terminal.close();
  return /^(|y|yes|s|si|sì)$/i.test(answer.trim());
}

/** Lines of two or more columns, each as wide as its longest text. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    `  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd();
  return rows.map(line).join('\n');
}
