import type { HttpError } from 'ra-core';

/** Why something was refused: what the API says of single fields tells more than its sentence for the whole. */
export function refusalOf(
  { message, body }: Pick<HttpError, 'message' | 'body'>,
  translate: (key: string, options: { _: string }) => string,
): string {
  const said = Object.values((body?.errors ?? {}) as Record<string, string>);
  return said.length > 0 ? said.join(' ') : translate(message, { _: message });
}
