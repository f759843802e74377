import { type Meta, nameIn } from '../meta/useMeta';

/** A category by its code, in the person's language. */
export function nameOfCategory({ categories }: Meta, code: string, locale: string): string {
  const known = categories.find((one) => one.code === code);
  return known ? nameIn(known, locale) : code;
}
