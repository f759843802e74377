import type { DataSource } from 'typeorm';
import { writeMessage } from '../../deliveries/outbox';
import type { Locale } from '../../domain/vocabulary';
import type { EmergencyPorts } from '../../workflows/emergency/ports';

/**
 * Mails whoever is on call for the case's department at this hour, once per call; by the roster these may
 * be several.
 */
export async function alertOnCall(
  db: DataSource,
  { caseId, forwardNumber, attempt }: Parameters<EmergencyPorts['alertOnCall']>[0],
): Promise<{ alerted: boolean }> {
  return db.transaction(async (tx) => {
    const people: { id: string; locale: Locale }[] = await tx.query(
      `SELECT DISTINCT u.id, u.locale FROM roster_shift s
       JOIN app_user u ON u.id = s.user_id AND u.active
       JOIN cases c ON c.department_id = s.department_id
       WHERE c.id = $1 AND s.starts_at <= now() AND now() < s.ends_at`,
      [caseId],
    );
    for (const { id, locale } of people) {
      await writeMessage(tx, {
        event: 'on-call',
        recipientKind: 'user',
        recipientId: id,
        locale,
        dedupeKey: `${caseId}:${forwardNumber}:${attempt}:${id}`,
        caseId,
      });
    }
    return { alerted: people.length > 0 };
  });
}
