import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { createMunicipality } from '../../../activities/emergency/testing';
import { createTown } from '../../../activities/testing';
import { HouseNumber } from '../../../db/entities';
import { startSite } from '../../testing';

interface Posted {
  origin?: string;
  query?: string;
  files?: Buffer[];
  headers?: Record<string, string>;
}

/**
 * A site with two known addresses, and only what a browser without JavaScript does there: pages are read and their
 * forms are posted. Call `stop` in afterAll.
 */
export async function startForm() {
  const site = await startSite({
    env: { RATE_LIMIT_FACTOR: '100', TILES_URL: 'https://tiles.example/{z}/{x}/{y}.png' },
  });
  await createMunicipality(site.db, { houseNumbersSource: 'Catasto' });
  const town = await createTown(site.db);
  const location = { type: 'Point' as const, coordinates: [8.61, 44.91] as [number, number] };
  await site.db.getRepository(HouseNumber).insert([
    { id: 1, street: 'Via Roma', number: '12/B', postcode: '15121', quarter: 'Centro', location },
    { id: 2, street: 'Corso Roma', number: '3', postcode: '15121', quarter: 'Pista', location },
  ]);

  const typed = (change: Record<string, string> = {}) => ({
    ...{ category: town.categoryId, text: 'Una <buca> & "più"', latitude: '44.9125', longitude: '8.615' },
    ...{ danger: '3', emergency: 'none', kind: 'problem', privacyRead: 'true', address: '', email: '' },
    ...change,
  });

  async function post(values: Record<string, string>, how: Posted = {}) {
    const { files = [], headers = {}, origin = site.origin, query = '' } = how;
    const form = new FormData();
    for (const [name, value] of Object.entries(values)) form.append(name, value);
    for (const file of files) form.append('photos', new Blob([new Uint8Array(file)]), 'x.jpg');
    const answer = await fetch(`${origin}/${query}`, {
      method: 'POST',
      headers: { accept: 'text/html', ...headers },
      body: form,
      redirect: 'manual',
    });
    return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() };
  }

  return { ...site, town, typed, post };
}
export type Form = Awaited<ReturnType<typeof startForm>>;

export const photo = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();

/** The value of a field as the page would post it again. */
export const fieldOf = (html: string, name: string) => {
  const text = new RegExp(`<textarea[^>]* name="${name}"[^>]*>([^<]*)<`).exec(html)?.[1];
  const input = new RegExp(`<input[^>]* name="${name}" value="([^"]*)"(?![^>]*type="radio")`).exec(html)?.[1];
  const checked = new RegExp(`name="${name}" value="([^"]*)" checked`).exec(html)?.[1];
  const selected = new RegExp(`<select[^>]* name="${name}"[\\s\\S]*?<option value="([^"]*)" selected`).exec(
    html,
  )?.[1];
  return text ?? checked ?? selected ?? input;
};

export const draft = () => Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url');
