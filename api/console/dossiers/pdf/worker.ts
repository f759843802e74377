import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import pdfmake from 'pdfmake';
import { documentOf, type PrintTask } from './document';

/** The thread of print.ts: makes the pages, says them and ends. It reads its own fonts and nothing else. */
async function print(task: PrintTask): Promise<Buffer> {
  const fonts = path.join(path.dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto');
  const font = (name: string) => path.join(fonts, `Roboto-${name}.ttf`);
  pdfmake.setFonts({ Roboto: { normal: font('Regular'), bold: font('Medium') } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((file) => file.startsWith(fonts));
  return pdfmake.createPdf(documentOf(task)).getBuffer();
}

print(workerData).then((pages) => parentPort?.postMessage(pages));
