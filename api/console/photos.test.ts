import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { Photo } from '../../db/entities';
import { storePhotos } from '../photos/store';
import { type Console, createCase, createTown, startConsole, type Visitor } from './testing';

let at: Console;
beforeAll(async () => {
  at = await startConsole();
});
afterAll(() => at.stop());

const look = (who: Visitor, id: string, query = '') =>
  fetch(`${new URL(at.url).origin}/photos/${id}${query}`, { headers: { cookie: who.cookie } });

async function photoOf(owner: Partial<Photo>): Promise<string> {
  const image = { width: 1200, height: 900, channels: 3, background: '#445566' } as const;
  const data = await sharp({ create: image }).jpeg().toBuffer();
  const [id] = await at.db.transaction((tx) =>
    storePhotos(tx, at.deps.config, [{ data, width: 1200, height: 900, gps: null }], owner as never),
  );
  return id!;
}

test('staff see the pictures of their department, small or whole; others find nothing', async () => {
  const [town, elsewhere] = [await createTown(at.db), await createTown(at.db)];
  const row = await createCase(at.db, town);
  const [{ report_id: reportId }] = await at.db.query('SELECT report_id FROM membership WHERE case_id = $1', [
    row.id,
  ]);
  const ids = [
    await photoOf({ purpose: 'after', caseId: row.id }),
    await photoOf({ purpose: 'report', reportId }),
  ];
  const technician = await at.person('technician', town.departmentId);
  const stranger = await at.person('technician', elsewhere.departmentId);
  const auditor = await at.person('auditor');
  for (const id of ids) {
    const whole = await look(technician, id);
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const small = await sharp(Buffer.from(await (await look(auditor, id, '?size=small')).arrayBuffer()));
    expect((await small.metadata()).width).toBe(640);
    expect((await look(stranger, id)).status).toBe(404);
    expect((await look(at.visitor(), id)).status).toBe(401);
  }
  expect((await look(auditor, randomUUID())).status).toBe(404);
  expect((await look(auditor, 'no-id')).status).toBe(422);
});
