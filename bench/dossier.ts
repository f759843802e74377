import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { runInThread } from '../activities/thread';
import { hashOf, MOST_CASES } from '../db/views/dossier';
import { type DossierOutcome, dossierOf, type Repaired } from '../domain/dossier/dossier';
import { createRandom } from '../domain/rounds/random';

const SUPPLIERS = 10;
const selection = {
  ...{ supplierIds: [], categoryIds: [], departmentId: null },
  ...{ from: '2025-01-01', to: '2025-12-31', until: '2026-12-31' },
};

export interface DossierResult {
  cases: number;
  /** Computing figures, order and hash. */
  dataMs: number;
  pdfMs: number;
  megabytes: number;
  /** The longest that the process could not answer while the PDF was made. */
  blockedMs: number;
}

/** What the largest dossier costs: its data, and its pages in their thread. Without a database. */
export async function dossier(say: (line: string) => void): Promise<DossierResult> {
  const { outcomes, repairs } = repaired(MOST_CASES);
  const began = performance.now();
  const data = dossierOf(selection, outcomes, repairs);
  const task = {
    ...{ dossier: { data, hash: hashOf(data) }, locale: 'it', town: 'Comune' },
    ...{ suppliers: [], categories: [], department: null },
  };
  const dataMs = Math.round(performance.now() - began);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const printed = performance.now();
  const pages = await runInThread<Uint8Array>(
    path.resolve(__dirname, '../api/console/dossiers/pdf/worker'),
    task,
  );
  const pdfMs = Math.round(performance.now() - printed);
  delay.disable();
  const blockedMs = Math.round(delay.max / 1e6);
  const megabytes = Math.round(pages.length / 1e5) / 10;
  say(`${MOST_CASES} cases: data ${dataMs} ms, PDF ${pdfMs} ms (${megabytes} MB), blocked ${blockedMs} ms`);
  return { cases: MOST_CASES, dataMs, pdfMs, megabytes, blockedMs };
}

function repaired(count: number): { outcomes: DossierOutcome[]; repairs: Repaired[] } {
  const { next: random } = createRandom(1);
  const named = (id: string) => ({ id, it: `Fornitore ${id}`, en: `Supplier ${id}` });
  const outcomes: DossierOutcome[] = [];
  const repairs: Repaired[] = [];
  for (let n = 0; n < count; n++) {
    const id = String(n).padStart(6, '0');
    const supplier = named(String(n % SUPPLIERS));
    const recurred = random() < 0.2;
    outcomes.push({
      ...{ repairId: id, categoryId: 'pothole', stars: random() < 0.5 ? [4] : [], inTime: random() < 0.8 },
      ...{
        hours: 200 * random(),
        cost: 500 * random(),
        spell: { days: 365 * (recurred ? random() : 1), recurred },
      },
      groups: [{ id: supplier.id, nameIt: supplier.it, nameEn: supplier.en }],
    });
    repairs.push({
      ...{ id, number: `AL-C-${id}`, supplier, category: named('buca') },
      ...{ materials: [named('asfalto')], openedOn: '2025-01-01', repairedOn: '2025-01-02' },
    });
  }
  return { outcomes, repairs };
}
