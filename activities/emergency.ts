import { randomUUID } from 'node:crypto';
import { Context } from '@temporalio/activity';
import { IsNull, Not } from 'typeorm';
import { Agency, Case, Forward, type User } from '../db/entities';
import { hashToken, rowToken } from '../db/tokens';
import { writeMessage } from '../deliveries/outbox';
import { postWebhook } from '../deliveries/webhook';
import type { Config } from '../temporal/config';
import { forwardSignal } from '../workflows/case/messages';
import type { EmergencyPorts } from '../workflows/emergency/ports';
import { createArchive } from './archive';
import type { Dependencies } from './dependencies';
import { answerUrl, capOf, emergencyFacts } from './emergency/alert';
import { withFailureCodes } from './failures';

export type EmergencyDependencies = Dependencies & {
  config: Pick<Config, 'publicUrl' | 'appSecret' | 'allowPrivateWebhooks'>;
};

/** Tries of one alert before the next agency's turn comes nearer: a dead endpoint must not hold up help. */
const maxTries = 3;

/** The ports of an emergency forward, made real. */
export function createEmergencyActivities(of: EmergencyDependencies): EmergencyPorts {
  const { db, config, signals, slaSpeed } = of;

  /** The row comes first, so that a repeated call is the same message with the same link. */
  async function forwardRow(
    agency: Agency,
    input: Pick<Forward, 'caseId' | 'attempt' | 'msgType' | 'sequence'>,
    about?: Forward,
  ): Promise<Forward> {
    const key = { ...input, agencyId: agency.id };
    const known = await db.manager.findOneBy(Forward, key);
    if (known) return known;
    const facts = await emergencyFacts(db, input.caseId);
    const id = randomUUID();
    const row = {
      id,
      ...key,
      identifier: `${facts.number}.${input.msgType}.${input.attempt}.${input.sequence}.${agency.id.slice(0, 8)}`,
      sentAt: new Date(),
    };
    const isAlert = input.msgType === 'Alert';
    const values = {
      ...row,
      cap: capOf(config, facts, agency, row, about),
      ackTokenHash: isAlert ? hashToken(rowToken(config.appSecret, 'answer', id)) : null,
      ackBy: isAlert ? new Date(Date.now() + (agency.ackMinutes * 60_000) / slaSpeed) : null,
    };
    await db.transaction(async (tx) => {
      await tx.createQueryBuilder().insert().into(Forward).values(values).orIgnore().execute();
      if (isAlert && agency.email) {
        await writeMessage(tx, {
          event: 'agency-alert',
          recipientKind: 'agency',
          recipientId: agency.id,
          locale: 'it',
          data: { forwardId: id },
          dedupeKey: `${input.caseId}:${input.attempt}:${agency.id}`,
          caseId: input.caseId,
        });
      }
    });
    return db.manager.findOneByOrFail(Forward, key);
  }

  /** @returns whether the agency's server took it */
  async function post(agency: Agency, row: Forward, link: string): Promise<boolean> {
    if (row.deliveredAt) return true;
    const result = await postWebhook({
      url: agency.webhookUrl,
      secret: agency.secret,
      id: row.id,
      type: `emergency.${row.msgType.toLowerCase()}`,
      at: row.sentAt,
      data: {
        forwardId: row.id,
        msgType: row.msgType,
        identifier: row.identifier,
        answerUrl: link,
        cap: row.cap,
      },
      allowPrivate: config.allowPrivateWebhooks,
    });
    await db.query(
      `UPDATE forward SET tries = tries + 1, last_status = $2, last_error = $3, delivered_at = CASE WHEN $4 THEN now() END
       WHERE id = $1`,
      [row.id, result.status, result.code, result.ok],
    );
    return result.ok;
  }

  return withFailureCodes<EmergencyPorts>({
    async listAgencies(caseId) {
      const rows: { id: string }[] = await db.query(
        `SELECT a.id FROM department_agency da JOIN agency a ON a.id = da.agency_id
         WHERE da.department_id = (SELECT department_id FROM cases WHERE id = $1) AND a.active
         ORDER BY da.position, a.name`,
        [caseId],
      );
      return rows.map(({ id }) => id);
    },

    async postAlert({ caseId, agencyId, attempt }) {
      const agency = await db.manager.findOneByOrFail(Agency, { id: agencyId });
      const row = await forwardRow(agency, { caseId, attempt, msgType: 'Alert', sequence: 0 });
      const taken = await post(agency, row, answerUrl(config, row.id));
      if (!taken && Context.current().info.attempt < maxTries) throw new Error('agency-unreachable');
      return { ackBy: row.ackBy?.getTime() ?? Date.now() };
    },

    async postFollowUp({ caseId, msgType, sequence }) {
      const alerts = await db.manager.find(Forward, {
        where: { caseId, msgType: 'Alert' },
        order: { attempt: 'ASC' },
      });
      const latest = new Map(alerts.map((alert) => [alert.agencyId, alert]));
      let missed = 0;
      for (const [agencyId, alert] of latest) {
        const agency = await db.manager.findOneByOrFail(Agency, { id: agencyId });
        const row = await forwardRow(agency, { caseId, attempt: alert.attempt, msgType, sequence }, alert);
        if (!(await post(agency, row, answerUrl(config, alert.id)))) missed += 1;
      }
      if (missed > 0) throw new Error('agency-unreachable');
    },

    async alertOnCall({ caseId, attempt }) {
      const people: Pick<User, 'locale' | 'id'>[] = await db.query(
        `SELECT DISTINCT u.id, u.locale FROM roster_shift s JOIN app_user u ON u.id = s.user_id
         WHERE s.department_id = (SELECT department_id FROM cases WHERE id = $1)
           AND now() >= s.starts_at AND now() < s.ends_at AND u.active`,
        [caseId],
      );
      for (const { id, locale } of people) {
        await writeMessage(db.manager, {
          event: 'on-call',
          recipientKind: 'user',
          recipientId: id,
          locale,
          dedupeKey: `${caseId}:${attempt}:${id}`,
          caseId,
        });
      }
      return { alerted: people.length > 0 };
    },

    async tellCase({ caseId, news }) {
      const ended = await db.manager.existsBy(Case, { id: caseId, closedAt: Not(IsNull()) });
      if (!ended) await signals.toCase(caseId, forwardSignal, [news]);
    },

    archiveHistory: createArchive(of),
  });
}
