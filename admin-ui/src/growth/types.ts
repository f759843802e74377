/** One local month of a team; `month` is its first day. */
export interface TeamMonth {
  month: string;
  repaired: number;
  measured: number;
  inTime: number;
  rated: number;
  stars: number | null;
}

export interface Growth {
  months: TeamMonth[];
  thanks: {
    id: string;
    caseId: string;
    caseNumber: string;
    address: string | null;
    stars: number;
    words: string;
    at: string;
    crewId: string | null;
  }[];
  /** Of the last twelve months. */
  reviews: { closed: number; improved: number; training: number };
}
