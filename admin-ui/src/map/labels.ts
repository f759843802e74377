export interface House {
  street: string;
  number: string;
  latitude: number;
  longitude: number;
}

export interface Label {
  words: string;
  at: House;
}

/** Numbers from close by; from further away the names of the streets; from still further nothing could be read. */
const numbersFrom = 17;
const namesFrom = 13;

export type Shown = 'numbers' | 'names' | 'nothing';
export const shownAt = (zoom: number): Shown =>
  zoom >= numbersFrom ? 'numbers' : zoom >= namesFrom ? 'names' : 'nothing';

interface Pixels {
  x: number;
  y: number;
}

/** About the size of a letter of a label, in pixels. */
const letter = { width: 6, height: 14 };

/**
 * The labels that can be read, of houses sorted by nearness: none over another or cut off by the edge, and
 * the first of each street carries its name.
 * @param size of the map, in pixels
 * @param place where a house is on it
 */
export function labelsOf(
  houses: House[],
  shown: Exclude<Shown, 'nothing'>,
  size: Pixels,
  place: (house: House) => Pixels,
): Label[] {
  const named = new Set<string>();
  const taken: { x: number; y: number; right: number }[] = [];
  const labels: Label[] = [];
  for (const house of houses) {
    const name = named.has(house.street) ? '' : house.street;
    const words = shown === 'names' ? name : `${house.number} ${name}`.trim();
    if (!words) continue;
    const { x, y } = place(house);
    const right = x + (words.length + 1) * letter.width;
    if (x < 0 || right > size.x || y < 0 || y + letter.height > size.y) continue;
    const covers = taken.some((one) => x < one.right && one.x < right && Math.abs(y - one.y) < letter.height);
    if (covers) continue;
    named.add(house.street);
    taken.push({ x, y, right });
    labels.push({ words, at: house });
  }
  return labels;
}
