export const FOLDS = 10;

/** Which fold a case falls into: always the same one, and all of a case's pairs together (FNV-1a). */
export function foldOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return hash % FOLDS;
}

export const folds: readonly number[] = Array.from({ length: FOLDS }, (_, fold) => fold);
