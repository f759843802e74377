import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { weighCasesOf } from '../../activities/priority';
import { Appeal, Person } from '../../db/entities';
import { appendLog } from '../../db/log';
import { writeNote } from '../../db/notes';
import { lockOwner } from '../../db/privacy/lock';
import { returnCode } from '../../db/rewards/codes';
import { redeem } from '../../db/rewards/redeem';
import { judgedCasesOf } from '../../db/views/me';
import { DomainError } from '../../domain/errors';
import { mayAppeal } from '../../domain/rewards/appeal';
import type { Deps } from '../http/deps';
import { parse } from '../http/validate';
import { words } from '../intake/input';

/** The person does, or does not, want to be profiled; open cases are weighed accordingly at once. */
export async function setStanding({ db, config }: Deps, personId: string, body: unknown): Promise<void> {
  const { use } = parse(z.strictObject({ use: z.enum(['on', 'off']) }), body);
  const standingOffAt = use === 'off' ? new Date() : null;
  await db.getRepository(Person).update({ id: personId }, { standingOffAt });
  await weighCasesOf(db, personId, config);
}

const wish = z.strictObject({
  ...{ id: z.uuid(), rewardId: z.uuid() },
  cost: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
});

export const redeemFor = ({ db, config }: Deps, personId: string, body: unknown): Promise<void> =>
  redeem(db, { ...parse(wish, body), personId }, config.appSecret);

const returned = z.strictObject({ id: z.uuid() });

export const returnFor = ({ db }: Deps, personId: string, body: unknown): Promise<void> =>
  returnCode(db.manager, parse(returned, body).id, personId);

const appeal = z.strictObject({ caseId: z.uuid(), words: words(2000).min(1) });

/**
 * What the person says against a judgement, kept as words that staff answer.
 * @throws DomainError `not-found`, `conflict` where there is nothing to appeal against or it was done
 */
export async function appealFor({ db }: Deps, personId: string, body: unknown): Promise<void> {
  const given = parse(appeal, body);
  await db.transaction(async (tx) => {
    // One after the other, also when two are sent at once.
    await tx.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId]);
    const judged = (await judgedCasesOf(tx, personId)).find(({ caseId }) => caseId === given.caseId);
    if (!judged) throw new DomainError('not-found');
    if (!mayAppeal(judged)) throw new DomainError('conflict');
    const { reportId } = judged;
    if ((await lockOwner(tx, reportId)) !== personId) throw new DomainError('not-found');
    const [id, noteId] = [randomUUID(), await writeNote(tx, { body: given.words, personId })];
    await tx.insert(Appeal, { id, reportId, noteId });
    await appendLog(tx, {
      ...{ chain: `report:${reportId}`, factId: 'appealed', name: 'appealed', at: new Date(), noteId },
      ...{ actor: { kind: 'citizen', id: reportId }, public: false },
    });
  });
}
