import { createHash } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import type { DataSource } from 'typeorm';
import { Agency, Forward } from '../../db/entities';
import { rowToken } from '../../db/tokens';
import { postWebhook, WebhookError } from '../../deliveries/webhook';

export interface ForwardSettings {
  publicUrl: string;
  appSecret: string;
  allowPrivateWebhooks: boolean;
}

export interface Posting {
  db: DataSource;
  config: ForwardSettings;
  log: { warn(message: string, attributes?: object): void };
}

/** Stands in a stored CAP where the sent one has the answer link's token, which no row may hold. */
export const TOKEN_PLACE = 'token-not-stored';

export const answerUrl = (publicUrl: string, token: string) => `${publicUrl}/a/${token}`;

/** The same parts, the same id: what makes a repeated activity the same message to the agency. */
export function idOf(...parts: (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join(':')).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/**
 * Posts a forward's row, whose id is the webhook's id, unless it was delivered before; the row says how it went.
 * @param alertId the alert whose answer link it carries
 * @throws a retryable failure with the webhook's code
 */
export async function deliver(
  { db, config, log }: Posting,
  forward: Forward,
  alertId: string,
): Promise<void> {
  if (forward.deliveredAt) return;
  const agency = await db.getRepository(Agency).findOneByOrFail({ id: forward.agencyId });
  const token = rowToken(config.appSecret, 'answer', alertId);
  const body = JSON.stringify({
    type: `emergency.${forward.msgType.toLowerCase()}`,
    timestamp: forward.sentAt.toISOString(),
    data: {
      forwardId: forward.id,
      alertId,
      acknowledgeUrl: answerUrl(config.publicUrl, token),
      acknowledgeApi: `${config.publicUrl}/api/v1/forwards/${alertId}/acknowledge`,
      cap: forward.cap.replaceAll(TOKEN_PLACE, token),
    },
  });
  const forwards = db.getRepository(Forward);
  try {
    const lastStatus = await postWebhook({
      url: agency.webhookUrl,
      secrets: [agency.secret],
      id: forward.id,
      body,
      allowPrivate: config.allowPrivateWebhooks,
    });
    await forwards.update(
      { id: forward.id },
      { deliveredAt: new Date(), lastStatus, lastError: null, tries: () => 'tries + 1' },
    );
  } catch (error) {
    if (!(error instanceof WebhookError)) throw error;
    await forwards.update(
      { id: forward.id },
      { lastStatus: error.status, lastError: error.code, tries: () => 'tries + 1' },
    );
    log.warn('agency not reached', { forwardId: forward.id, code: error.code });
    throw ApplicationFailure.retryable(error.code, 'agency-not-reached');
  }
}
