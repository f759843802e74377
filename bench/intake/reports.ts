import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { Ask } from '../../scripts/http';

/** Inside the demonstration municipality, each at another place. */
function fields(turn: number, category: string): Record<string, string | number | boolean> {
  return {
    category,
    text: `Buca profonda davanti al numero ${turn}, pericolosa per chi va in bicicletta.`,
    latitude: 44.9 + ((turn * 7) % 300) / 10_000,
    longitude: 8.6 + ((turn * 13) % 300) / 10_000,
    danger: 1 + (turn % 2),
    privacyRead: true,
  };
}

/** A report as a program sends it. */
export const jsonReport = (turn: number, category: string): Ask => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(fields(turn, category)),
});

/** A report with one photo, as a browser sends it. */
export function photoReport(turn: number, category: string, photo: Buffer): Ask {
  const boundary = `----${randomUUID()}`;
  const parts = Object.entries(fields(turn, category)).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="photos"; filename="photo.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;
  return {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([Buffer.from(parts.join('') + head), photo, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}

/** A picture with as much detail as a street, in the size that the form's script sends. */
export async function drawPhoto(): Promise<Buffer> {
  const [width, height] = [1600, 1200];
  const grain = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  return sharp({ create: { width, height, channels: 3, background: 'grey', noise: grain } })
    .blur(1.2)
    .jpeg({ quality: 80 })
    .toBuffer();
}
