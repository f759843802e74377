import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { type Instance, startInstance } from '../scripts/instance';
import { barriers, openBrowser, openPhone, pageErrors } from './browser';
import { Desk } from './desk';
import { type Mailbox, openMailbox } from './mailbox';

const dataDir = mkdtempSync(path.join(tmpdir(), 'benecomune-story-'));
// PostgreSQL may run as another user, which passes through here.
chmodSync(dataDir, 0o755);
let mailbox: Mailbox;
let product: Instance;
let browser: Browser;

beforeAll(async () => {
  mailbox = await openMailbox();
  product = await startInstance({ dataDir, smtpUrl: mailbox.url });
  browser = await openBrowser();
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await mailbox?.close();
  rmSync(dataDir, { recursive: true });
}, 60_000);
afterEach(() => expect(pageErrors.splice(0)).toEqual([]));

const desk = (mailboxName: string) => {
  const who = product.credentials.get(mailboxName);
  if (!who) throw new Error(`Nobody is called ${mailboxName}.`);
  return Desk.open(browser, product.baseUrl, who);
};

const picture = async (red: number) => ({
  name: 'foto.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({
    create: { width: 800, height: 600, channels: 3, background: { r: red, g: 90, b: 90 } },
  })
    .jpeg()
    .toBuffer(),
});

/** What a pothole looks like to whoever meets it on the way. */
async function sendReport(page: Page): Promise<{ number: string; address: string }> {
  await page.goto(product.baseUrl);
  expect(await barriers(page)).toEqual([]);
  // No tile server here: the map names the streets itself.
  await page.locator('#map .bc-house span').first().waitFor();
  await page.getByLabel('Di che cosa si tratta?').selectOption('pothole');
  await page.getByLabel('Foto').setInputFiles(await picture(120));
  await page.getByRole('button', { name: 'Usa la mia posizione' }).click();
  await page.getByText('Posto scelto').waitFor();
  await page.getByLabel('Che cosa hai visto?').fill('Buca profonda davanti al bar');
  await page.getByText('Qualcuno potrebbe farsi male').click();
  await page.getByText('Sì, c’è un pericolo imminente').click();
  await page.getByLabel('La tua e-mail').fill('anna@cittadini.example');
  await page.getByRole('button', { name: 'Vai al riepilogo' }).click();
  // Forgotten on purpose: the form says so and keeps the rest.
  await page.getByRole('alert').getByText('informativa').waitFor();
  expect(await page.getByLabel('Che cosa hai visto?').inputValue()).toBe('Buca profonda davanti al bar');
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel('Ho letto e compreso').check();
  await page.getByRole('button', { name: 'Vai al riepilogo' }).click();
  await page.getByRole('heading', { name: 'Riepilogo' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'INVIA' }).click();
  await page.getByText('Segnalazione inviata').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByText(/entro .+ ore \d\d:\d\d/).waitFor();
  const said = async (term: string) =>
    ((await page.locator(`dt:has-text("${term}") + dd`).first().textContent()) ?? '').trim();
  return { number: await said('Numero'), address: await said('Dove si trova') };
}

test('a report from a phone lives its whole life', async () => {
  const phone = await (await openPhone(browser)).newPage();
  const { address } = await sendReport(phone);

  const confirmation = await mailbox.mail(/[Cc]onferma/);
  await phone
    .context()
    .newPage()
    .then(async (page) => {
      await page.goto(linkOf(confirmation.text ?? '', '/c/'));
      await page.getByRole('button', { name: 'Conferma' }).click();
      await page.getByText('Indirizzo confermato').waitFor();
    });

  const rescuers = await phone.context().newPage();
  await rescuers.goto(`${product.baseUrl}/demo/agency/1`);
  await rescuers.getByRole('link', { name: 'Apri il collegamento' }).click();
  await rescuers.getByRole('button', { name: 'Ce ne occupiamo noi' }).click();
  await rescuers.getByText('abbiamo registrato la vostra conferma').waitFor();
  expect(await barriers(rescuers)).toEqual([]);

  const operator = await desk('sportello');
  await operator.openCase(address);
  await operator.sees('Inoltro preso in carico da un ente');
  const coordinator = await desk('coordinamento.roads');
  await coordinator.openCase(address);
  await operator.command('Verifica');
  await coordinator.sees('Da prendere in carico');
  await coordinator.command('Prendi in carico');
  await coordinator.command('Ordina la messa in sicurezza', (dialog) =>
    coordinator.choose(dialog, 'Squadra', /./),
  );
  await coordinator.command('Assegna', (dialog) => coordinator.choose(dialog, 'Squadra', /./));

  const technician = await desk('tecnico.roads');
  await technician.openCase(address);
  await technician.command('Messo in sicurezza');
  await technician.command('Inizia il lavoro');
  await coordinator.sees('In lavorazione');
  await technician.command('Segna riparato', async (dialog) => {
    await dialog.getByLabel('Lavoro eseguito').fill('Rappezzo a freddo');
    await dialog.getByLabel('Ore di lavoro').fill('1,5');
    await dialog.getByLabel('Costo').fill('80');
    await dialog.locator('input[type=file]').setInputFiles(await picture(60));
    await dialog.getByText('Foto caricata').waitFor();
  });
  await technician.command('Qualifica', async (dialog) => {
    await dialog.getByLabel('Sì').first().check();
    for (const yes of await dialog.getByLabel('Sì').all()) await yes.check();
  });

  const repaired = await mailbox.mail(/riparazione eseguita/);
  await phone.goto(linkOf(repaired.text ?? '', '/t/'));
  await phone.getByText('Il lavoro è finito').waitFor();
  expect(await barriers(phone)).toEqual([]);
  await phone.getByText('5★').click();
  await phone.getByRole('button', { name: 'Invia il giudizio' }).click();
  await phone.getByText('Fatto, grazie.').waitFor();
  await coordinator.sees('Giudizio del cittadino ricevuto: 5 su 5');
  await coordinator.command('Chiudi');
  await technician.sees('Chiuso · riparato');

  const auditor = await desk('revisione');
  await auditor.page.goto(`${product.baseUrl}/console/#/audit`);
  await auditor.page.getByRole('cell').getByText(address).first().click();
  await auditor.sees('Integra');
  await auditor.page.getByRole('button', { name: 'Riesegui' }).first().click();
  await auditor.sees('Riprodotto');
}, 300_000);

/** The link below `under` that a mail holds. */
function linkOf(text: string, under: string): string {
  const [link] = text.match(new RegExp(`http\\S+${under}[\\w-]+`)) ?? [];
  if (!link) throw new Error(`The mail holds no link to ${under}.`);
  return link;
}
