import type { Band, PriorityPart } from '../vocabulary';

/** The colours of the console; a test holds them to WCAG AA. */
export const colours = {
  primary: '#0b57a4',
  secondary: '#17324d',
  error: '#b3261e',
  warning: '#8a4b00',
  success: '#00693e',
  text: '#17212b',
  quietText: '#4a5763',
  page: '#f4f6f8',
  paper: '#ffffff',
};

/** What a priority is made of; each stands beside its name, and text on it is white. */
export const partColours: Record<PriorityPart, string> = {
  emergency: '#b3261e',
  danger: '#c2410c',
  people: '#0b57a4',
  place: '#6d3fa8',
  deadline: '#0f766e',
  age: '#5b6773',
};

/** Bands, most urgent first; text on them is white. */
export const bandColours: Record<Band, string> = {
  P1: '#b3261e',
  P2: '#8a4b00',
  P3: '#0b57a4',
  P4: '#4a5763',
};
