import { ApplicationFailure } from '@temporalio/common';
import type { EntityManager } from 'typeorm';
import { Agency, Forward } from '../../db/entities';
import { hashToken, rowToken } from '../../db/tokens';
import { buildCap } from '../../deliveries/cap';
import { writeMessage } from '../../deliveries/outbox';
import { DomainError } from '../../domain/errors';
import type { EmergencyPorts } from '../../workflows/emergency/ports';
import { capContent } from './content';
import { deliver, idOf, type Posting } from './post';

/** Tries of one alert's webhook before the next agency's turn comes. */
const TRIES = 4;

/** However fast SLA time runs, people answer at their own speed. */
const LEAST_ANSWER_MS = 5000;

export type Call = Parameters<EmergencyPorts['postAlert']>[0] & {
  /** The nth try of this activity, from 1. */
  tryNumber: number;
};

/**
 * One agency's alert: row first, then the signed post; repeated, it is the same row, webhook id and answer
 * link. An agency with an e-mail address gets the link there as well, whether its webhook answers or not.
 * @returns until when it may acknowledge, in epoch milliseconds
 */
export async function postAlert(
  posting: Posting & { slaSpeed: number },
  call: Call,
): Promise<{ ackBy: number }> {
  const { forward, mailed } = await posting.db.transaction((tx) => writeAlert(tx, posting, call));
  try {
    await deliver(posting, forward, forward.id);
  } catch (error) {
    if (call.tryNumber < TRIES) throw error;
    // A dead webhook must not hold up help; an agency that also got the mail has its time to answer.
    if (!mailed) throw ApplicationFailure.nonRetryable('agency-not-reached', 'agency-not-reached');
  }
  return { ackBy: forward.ackBy!.getTime() };
}

async function writeAlert(
  tx: EntityManager,
  { config, slaSpeed }: Posting & { slaSpeed: number },
  { caseId, forwardNumber, agencyId, attempt }: Call,
): Promise<{ forward: Forward; mailed: boolean }> {
  const id = idOf(caseId, forwardNumber, agencyId, 'Alert', attempt);
  const agency = await tx.findOneBy(Agency, { id: agencyId });
  if (!agency) throw new DomainError('not-found');
  const mailed = agency.email !== null;
  const known = await tx.findOneBy(Forward, { id });
  if (known) return { forward: known, mailed };
  const sentAt = new Date();
  const identifier = `BC-${id}`;
  const content = await capContent(tx, caseId, config.publicUrl);
  const answerMs = Math.max(LEAST_ANSWER_MS, (agency.ackMinutes * 60_000) / slaSpeed);
  const forward = tx.create(Forward, {
    id,
    caseId,
    forwardNumber,
    agencyId,
    attempt,
    msgType: 'Alert',
    sequence: 0,
    identifier,
    cap: buildCap({
      ...content,
      identifier,
      sent: sentAt,
      type: 'Alert',
      addressee: agency.name,
      references: [],
    }),
    ackTokenHash: hashToken(rowToken(config.appSecret, 'answer', id)),
    sentAt,
    ackBy: new Date(sentAt.getTime() + answerMs),
    acknowledgedAt: null,
    tries: 0,
    lastStatus: null,
    lastError: null,
    deliveredAt: null,
  });
  await tx.insert(Forward, forward);
  if (mailed) {
    await writeMessage(tx, {
      event: 'agency-alert',
      recipientKind: 'agency',
      recipientId: agencyId,
      locale: 'it',
      data: { forwardId: id, agencyId },
      dedupeKey: id,
      caseId,
    });
  }
  return { forward, mailed };
}
