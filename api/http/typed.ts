/** What a form sent as text, to be shown again: a body may hold lists and trees, which no page can say. */
export const typedText = (body: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(body ?? {}).filter((field): field is [string, string] => typeof field[1] === 'string'),
  );

/** A field that may be there several times. */
export const typedList = (body: unknown, name: string): string[] =>
  [(body as Record<string, unknown> | null | undefined)?.[name] ?? []]
    .flat()
    .map((one) => (typeof one === 'string' ? one : ''));
