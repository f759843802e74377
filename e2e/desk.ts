import type { Browser, Locator, Page } from 'playwright-core';
import { openDesk } from './browser';

const A_MOMENT_MS = 3000;

/** Somebody at the console, in Italian as the demonstration's staff are. */
export class Desk {
  private constructor(readonly page: Page) {}

  static async open(
    browser: Browser,
    baseUrl: string,
    who: { email: string; password: string },
  ): Promise<Desk> {
    const page = await (await openDesk(browser)).newPage();
    await page.goto(`${baseUrl}/console/`);
    await page.getByLabel('E-mail').fill(who.email);
    await page.getByRole('textbox', { name: 'Password' }).fill(who.password);
    await page.getByRole('button', { name: 'Accedi' }).click();
    await page.getByRole('banner').waitFor();
    return new Desk(page);
  }

  /** Opens the case that the inbox shows at `address`. */
  async openCase(address: string): Promise<void> {
    await this.page.goto(`${new URL(this.page.url()).origin}/console/#/cases`);
    await this.page.getByRole('cell').getByText(address).first().click();
    await this.page.getByRole('heading', { name: address }).waitFor();
  }

  /** Presses a command's button, fills its dialog, sends it, and waits for the dialog to go. */
  async command(label: string, fill: (dialog: Locator) => Promise<void> = async () => {}): Promise<void> {
    const button = this.page.getByRole('button', { name: label, exact: true });
    // The next step has a button, which appears when the step before has reached the page; others a menu.
    const isNext = await button.waitFor({ timeout: A_MOMENT_MS }).then(
      () => true,
      () => false,
    );
    if (isNext) await button.click();
    else {
      await this.page.getByRole('button', { name: 'Altre azioni' }).click();
      await this.page.getByRole('menuitem', { name: label, exact: true }).click();
    }
    const dialog = this.page.getByRole('dialog');
    await fill(dialog);
    await dialog.getByRole('button', { name: label, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** Chooses one of a list that opens, by its name. */
  async choose(dialog: Locator, label: string, option: string | RegExp): Promise<void> {
    await dialog.getByRole('combobox', { name: label }).click();
    await this.page.getByRole('option', { name: option }).first().click();
  }

  /** Waits until the page says so, without being loaded again. */
  async sees(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).first().waitFor();
  }
}
