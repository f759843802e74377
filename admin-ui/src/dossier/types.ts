import type { FigureName } from '../quality/types';

/** What a dossier is about; local days, empty lists mean all. */
export interface Selection {
  suppliers: string[];
  categories: string[];
  /** Null for all. */
  department: string | null;
  from: string;
  to: string;
  until: string;
}

export interface Named {
  id: string;
  it: string;
  en: string;
}

export const countNames = ['suppliers', 'repairs', 'rated', 'recurred'] as const;
export type Counts = Record<(typeof countNames)[number], number>;

/** Numbers in their one spelling. */
export interface DossierFigure {
  value: string;
  low: string;
  high: string;
  count: number;
  rank: number | null;
}

export interface DossierCard {
  supplier: Named;
  repairs: number;
  rated: number;
  figures: Record<FigureName, DossierFigure | null> | null;
}

export interface DossierCase {
  id: string;
  number: string;
  supplier: Named;
  category: Named;
  repairedOn: string;
  cost: string;
  stars: number[];
  days: string;
  recurred: boolean;
}

export interface Dossier {
  hash: string;
  data: {
    method: { fewestRepairs: number; fewestRated: number };
    counts: Counts;
    suppliers: DossierCard[];
    cases: DossierCase[];
  };
}

export interface SignedDossier extends Selection {
  id: string;
  hash: string;
  counts: Counts;
  signedByName: string | null;
  signedAt: string;
  /** The log names the same hash. */
  vouched: boolean;
}

/** A signed one, computed again. */
export interface Checked extends SignedDossier {
  now: { hash: string; counts: Counts; agrees: boolean };
}
