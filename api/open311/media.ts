import http from 'node:http';
import https from 'node:https';
import { useAgent } from 'request-filtering-agent';
import { MAX_BYTES } from '../photos/limits';
import { Open311Error } from './errors';

const TIMEOUT_MS = 8000;

const refused = (why: string) => new Open311Error(400, `media_url ${why}.`);

/**
 * The picture at an address that a report names. Redirects are not followed and private addresses not reached, so that
 * nobody reads our own network through us; what it is is found out by whoever prepares it.
 * @throws Open311Error 400
 */
export function fetchMedia(url: string, { allowPrivate = false } = {}): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options: https.RequestOptions = {
      // It filters addresses after the name is resolved.
      agent: useAgent(url, { allowPrivateIPAddress: allowPrivate, keepAlive: false }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { 'user-agent': 'BeneComune', accept: 'image/jpeg, image/png, image/webp' },
    };
    const request = (url.startsWith('https:') ? https : http).get(url, options, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const give = (why: string) => {
        response.destroy();
        reject(refused(why));
      };
      if (response.statusCode !== 200) return give('does not answer with a picture');
      response.on('error', () => give('cannot be read'));
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_BYTES) give('is too large');
        else chunks.push(chunk);
      });
      response.on('end', () => resolve(Buffer.concat(chunks)));
    });
    request.on('error', () => reject(refused('cannot be read')));
  });
}
