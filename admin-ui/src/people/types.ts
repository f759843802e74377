/** A citizen, known by an e-mail address alone. */
export interface Person {
  id: string;
  email: string;
  confirmedAt: string | null;
  createdAt: string;
  /** How many reports came with this address. */
  reports: number;
}
