import { DateTime } from 'luxon';

export interface ClaimWords {
  /** The case that was repaired. */
  number: string;
  /** Local days. */
  repairedOn: string;
  backOn: string;
  warrantyUntil: string;
}

/**
 * What a supplier reads when a claim is sent: why it is theirs to do again, and what staff add to it. In Italian, as all
 * that suppliers are mailed.
 */
export function claimWords({ number, repairedOn, backOn, warrantyUntil }: ClaimWords, note?: string): string {
  const day = (text: string) => DateTime.fromISO(text).setLocale('it').toFormat('d MMMM yyyy');
  const said =
    `Lavoro in garanzia, senza compenso. Il problema che avete riparato il ${day(repairedOn)} (caso ${number}) ` +
    `è tornato il ${day(backOn)}; la garanzia vale fino al ${day(warrantyUntil)}.`;
  return note ? `${said}\n\n${note}` : said;
}
