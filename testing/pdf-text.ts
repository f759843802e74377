import { parentPort, workerData } from 'node:worker_threads';
import { PDFParse } from 'pdf-parse';

/** What a PDF says, for tests; in a thread of its own, because its reader loads itself in a way that jest has not. */
export interface PdfText {
  text: string;
  pages: number;
  creationDate: string;
}

async function read(data: Uint8Array): Promise<PdfText> {
  const pdf = new PDFParse({ data });
  const { text, total } = await pdf.getText();
  const { info } = await pdf.getInfo();
  await pdf.destroy();
  return { text, pages: total, creationDate: info.CreationDate };
}

read(new Uint8Array(workerData)).then((said) => parentPort?.postMessage(said));
