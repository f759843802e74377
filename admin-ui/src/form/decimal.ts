/** Comma or dot, two places at most: `1.234` could be a thousand as well, and is asked again. */
const written = /^\d{1,9}([.,]\d{1,2})?$/;

/** What somebody typed as a number, or null when it is none. */
export function readDecimal(text: unknown): number | null {
  const typed = String(text ?? '').trim();
  return written.test(typed) ? Number(typed.replace(',', '.')) : null;
}

/** Validators of react-admin: the key of what is wrong, or nothing. Emptiness is for `required` to say. */
export const decimal = (value: unknown) =>
  value && readDecimal(value) === null ? 'app.error.decimal' : undefined;
export const aboveZero = (value: unknown) => (readDecimal(value) === 0 ? 'app.error.aboveZero' : undefined);
