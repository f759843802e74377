import { http, json, persist, Refused } from '../http';
import { type Codes, categoryKey } from './municipality';
import type { Story } from './stories';

export interface Sent {
  number: string;
  trackingCode: string;
}

/** What the citizen of this request would have sent. */
export function reportOf({ row, citizen }: Story, codes: Codes): Record<string, unknown> {
  return {
    category: codes.category.get(categoryKey(row)),
    text: `${row.type}: ${row.title}`.slice(0, 4000),
    latitude: row.latitude,
    longitude: row.longitude,
    address: row.address.slice(0, 300) || undefined,
    email: citizen.email ? `citizen-${row.id}@replay.example` : undefined,
    language: 'en',
    privacyRead: true,
  };
}

/** Sends it through the public API; repeating it until it is answered makes one report. */
export const sendReport = (baseUrl: string, story: Story, codes: Codes): Promise<Sent> =>
  persist(() =>
    json<Sent>(`${baseUrl}/api/v1/reports`, {
      method: 'POST',
      headers: { 'idempotency-key': `replay-${story.row.id}` },
      send: reportOf(story, codes),
    }),
  );

/** Whoever holds a tracking code, on the tracking page, as a browser without JavaScript posts its forms. */
export class Citizen {
  constructor(
    private readonly baseUrl: string,
    private readonly trackingCode: string,
  ) {}

  rate = (stars: number) => this.post('rating', { stars: String(stars) });
  write = (words: string) => this.post('words', { words });
  notFixed = (words: string) => this.post('not-fixed', { words });

  private async post(act: string, fields: Record<string, string>): Promise<void> {
    await persist(async () => {
      const answer = await http(`${this.baseUrl}/t/${this.trackingCode}/${act}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      });
      if (answer.status >= 400) throw new Refused(answer.status, 'refused', act);
    });
  }
}
