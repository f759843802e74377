import { existsSync, readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { installedChromium } from '../testing/chromium';

/** @throws Error with one sentence when the machine has no Chromium */
export function openBrowser(): Promise<Browser> {
  const executablePath = installedChromium() ?? downloaded();
  if (!executablePath)
    throw new Error('The browser story needs Chromium: install it (apt install chromium).');
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** What Playwright may have fetched by itself. */
function downloaded(): string | undefined {
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

/** What went wrong in the scripts of any page opened here. */
export const pageErrors: string[] = [];

async function listened(context: Promise<BrowserContext>): Promise<BrowserContext> {
  const opened = await context;
  opened.on('weberror', (error) => pageErrors.push(`${error.page()?.url()}: ${error.error().message}`));
  return opened;
}

/** A phone that lies in Corso Roma, in the middle of Alessandria. */
export function openPhone(browser: Browser, javaScriptEnabled = true): Promise<BrowserContext> {
  const context = browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    javaScriptEnabled,
    locale: 'it-IT',
    geolocation: { latitude: 44.9125, longitude: 8.615, accuracy: 12 },
    permissions: ['geolocation'],
  });
  return listened(context);
}

/** A desk with a console. */
export function openDesk(browser: Browser): Promise<BrowserContext> {
  return listened(browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'it-IT' }));
}

const AXE = require.resolve('axe-core/axe.min.js');

/** What axe finds wrong on a page by WCAG 2.1 A and AA, as `rule: element`. */
export async function barriers(page: Page): Promise<string[]> {
  // Not as a script element: the page's policy refuses foreign scripts, as it should.
  await page.evaluate(readFileSync(AXE, 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}
