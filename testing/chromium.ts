import { existsSync } from 'node:fs';
import { aptGet, canInstall } from '../db/cluster/apt';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of this machine's Chromium, or undefined. */
export const installedChromium = (): string | undefined => PLACES.find((file) => existsSync(file));

/** Installs Chromium where that is possible; elsewhere the browser story itself says what it lacks. */
export async function ensureChromium(say: (line: string) => void): Promise<void> {
  if (installedChromium() || !canInstall()) return;
  try {
    await aptGet(['update'], say);
    await aptGet(['install', 'chromium'], say);
  } catch (error) {
    say((error as Error).message);
  }
}
