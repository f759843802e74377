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

const CONFLICT = 409;

/** Whoever holds a tracking code, on the tracking page, as a browser without JavaScript posts its forms. */
export class Citizen {
  constructor(
    private readonly baseUrl: string,
    private readonly trackingCode: string,
  ) {}

  rate = (stars: number) => this.post('rating', { stars: String(stars) });
  write = (text: string) => this.post('words', { text });
  notFixed = (text: string) => this.post('not-fixed', { text });

  private async post(kind: string, fields: Record<string, string>): Promise<void> {
    const form = new FormData();
    for (const [name, value] of Object.entries({ kind, ...fields })) form.append(name, value);
    const encoded = new Response(form);
    const body = Buffer.from(await encoded.arrayBuffer());
    const headers = { 'content-type': encoded.headers.get('content-type') ?? '' };
    let tries = 0;
    await persist(async () => {
      tries += 1;
      const url = `${this.baseUrl}/t/${this.trackingCode}/acts`;
      const { status } = await http(url, { method: 'POST', headers, body });
      // Asked again after an answer that was lost: it had been done.
      if (status >= 400 && !(status === CONFLICT && tries > 1)) throw new Refused(status, 'refused', kind);
    });
  }
}
