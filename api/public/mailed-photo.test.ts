import { randomUUID } from 'node:crypto';
import { createMunicipality } from '../../activities/emergency/testing';
import { createPerson, createTown } from '../../activities/testing';
import { Membership, Message, Repair, Report } from '../../db/entities';
import { appendLog } from '../../db/log';
import { hashToken, trackingCode } from '../../db/tokens';
import { writeMessages } from '../../deliveries/outbox';
import { buildView } from '../../deliveries/view';
import { createCase } from '../console/testing';
import { storePhotos } from '../photos/store';
import { type Site, startSite } from '../testing';

let site: Site;
beforeAll(async () => {
  site = await startSite();
  await createMunicipality(site.db);
});
afterAll(() => site.stop());

const open = (url: string) => fetch(url.replace('https://city.example', site.origin));

test.each(['made-safe', 'repaired'] as const)(
  'the picture in the mail “%s” opens, for that report alone',
  async (name) => {
    const { db, config } = site.deps;
    const town = await createTown(db);
    const { id: caseId } = await createCase(db, town);
    const { reportId } = await db.getRepository(Membership).findOneByOrFail({ caseId });
    const person = await createPerson(db);
    const code = trackingCode(config.appSecret, reportId);
    await db
      .getRepository(Report)
      .update({ id: reportId }, { personId: person.id, trackingHash: hashToken(code) });
    const other = randomUUID();
    const actor = { kind: 'user', id: randomUUID() } as const;
    const data = { photoId: randomUUID(), repairId: randomUUID() };
    const told: Record<string, string> =
      name === 'repaired' ? { repairId: data.repairId } : { photoId: data.photoId };
    await db.transaction(async (tx) => {
      const photos = [data.photoId, other].map(() => ({
        data: Buffer.from('jpeg'),
        width: 1,
        height: 1,
        gps: null,
      }));
      await storePhotos(tx, config, photos, { purpose: 'after', caseId }, [data.photoId, other]);
      const work = { cycle: 1, procedure: 'asphalt', hours: '1', cost: '10', recordedBy: actor.id };
      if (name === 'repaired') {
        await tx.insert(Repair, { id: data.repairId, caseId, photoId: data.photoId, ...work });
      }
      const at = new Date();
      await appendLog(tx, {
        chain: `case:${caseId}`,
        factId: name,
        name,
        at,
        actor,
        public: true,
        data: told,
      });
      await writeMessages(tx, { caseId, fact: { name, at: at.getTime(), actor, data: told }, factId: name });
    });
    const message = await db.getRepository(Message).findOneByOrFail({ caseId, recipientId: person.id });
    const { photoUrl } = await buildView(db, message, config);
    const answer = await open(photoUrl!);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect((await open(photoUrl!.replace(data.photoId, other))).status).toBe(404);
  },
);
