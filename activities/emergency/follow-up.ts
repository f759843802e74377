import type { EntityManager } from 'typeorm';
import { Agency, Forward } from '../../db/entities';
import { buildCap } from '../../deliveries/cap';
import { writeMessage } from '../../deliveries/outbox';
import type { EmergencyPorts } from '../../workflows/emergency/ports';
import { capContent } from './content';
import { deliver, idOf, type Posting } from './post';

type FollowUp = Parameters<EmergencyPorts['postFollowUp']>[0];

interface Addressed {
  forward: Forward;
  alertId: string;
}

/**
 * Tells every agency that this forward has alerted, each by its own row; a deaf one does not keep the news
 * from the others.
 * @throws a retryable failure when one was not reached; repeating it asks only those again
 */
export async function postFollowUp(posting: Posting, news: FollowUp): Promise<void> {
  const rows = await posting.db.transaction((tx) => writeFollowUps(tx, posting, news));
  const results = await Promise.allSettled(
    rows.map(({ forward, alertId }) => deliver(posting, forward, alertId)),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function writeFollowUps(
  tx: EntityManager,
  { config }: Posting,
  { caseId, forwardNumber, msgType, sequence }: FollowUp,
): Promise<Addressed[]> {
  const all = await tx.find(Forward, { where: { caseId, forwardNumber }, order: { sentAt: 'ASC' } });
  const alerts = all.filter((row) => row.msgType === 'Alert');
  const idFor = (alert: Forward) => idOf(alert.id, msgType, sequence);
  const written = alerts.flatMap((alert) => {
    const forward = all.find(({ id }) => id === idFor(alert));
    return forward ? [{ forward, alertId: alert.id }] : [];
  });
  if (written.length > 0) return written;
  const content = await capContent(tx, caseId, config.publicUrl);
  const rows: Addressed[] = [];
  for (const alert of lastOfEach(alerts)) {
    const agency = await tx.findOneByOrFail(Agency, { id: alert.agencyId });
    // After a long night it would be too many to name: the last two are what it knows of the emergency.
    const earlier = all.filter(({ agencyId }) => agencyId === alert.agencyId).slice(-2);
    const id = idFor(alert);
    const sentAt = new Date();
    const forward = tx.create(Forward, {
      id,
      ...{ caseId, forwardNumber, agencyId: alert.agencyId, attempt: alert.attempt },
      ...{ msgType, sequence, sentAt },
      identifier: `BC-${id}`,
      cap: buildCap({
        ...content,
        identifier: `BC-${id}`,
        sent: sentAt,
        type: msgType,
        addressee: agency.name,
        references: earlier.map(({ identifier, sentAt: sent }) => ({ identifier, sent })),
      }),
      ...{ ackTokenHash: null, ackBy: null, acknowledgedAt: null, deliveredAt: null },
      ...{ tries: 0, lastStatus: null, lastError: null },
    });
    await tx.insert(Forward, forward);
    if (agency.email) {
      await writeMessage(tx, {
        event: msgType === 'Update' ? 'agency-update' : 'agency-cancel',
        recipientKind: 'agency',
        recipientId: agency.id,
        locale: 'it',
        data: { forwardId: alert.id },
        dedupeKey: id,
        caseId,
      });
    }
    rows.push({ forward, alertId: alert.id });
  }
  return rows;
}

/** An agency that was called twice hears the news once, about its last alert. */
const lastOfEach = (alerts: Forward[]): Forward[] => [
  ...new Map(alerts.map((alert) => [alert.agencyId, alert])).values(),
];
