import { createTransport, type Transporter } from 'nodemailer';
import type { DataSource, EntityManager } from 'typeorm';
import { Message, MessageTemplate } from '../db/entities';
import type { MessageEvent } from '../domain/messages/table';
import type { Config } from '../temporal/config';
import { addressOf } from './addresses';
import { type Rendered, render } from './render';
import { builtInSource } from './templates/source';
import { buildView } from './view';

export interface Sender {
  /**
   * Sends one queued message, or keeps it where no SMTP server is set. Throws when it should be tried
   * again; on the last try the row ends `failed`, where the console shows it.
   */
  send(messageId: string, isLast: boolean): Promise<void>;
  close(): void;
}

type SendConfig = Pick<Config, 'smtpUrl' | 'mailFrom' | 'publicUrl' | 'appSecret'>;

export function createSender(db: DataSource, config: SendConfig): Sender {
  const transport = config.smtpUrl ? createTransport(config.smtpUrl, {}) : null;
  return {
    async send(messageId, isLast) {
      const error = await db.transaction((tx) => attempt(tx, db, config, transport, messageId, isLast));
      if (error) throw new Error(error);
    },
    close: () => transport?.close(),
  };
}

/**
 * The row stays locked while the mail is on its way, so that two workers never send it both. Should the
 * process die between the server's answer and the commit, it is sent again with the same Message-ID.
 * @returns the code of what went wrong and may be tried again, or null
 */
async function attempt(
  tx: EntityManager,
  db: DataSource,
  config: SendConfig,
  transport: Transporter | null,
  id: string,
  isLast: boolean,
): Promise<string | null> {
  const message = await tx.findOne(Message, {
    where: { id, status: 'queued' },
    lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
  });
  if (!message) return null;
  const change = (values: Partial<Omit<Message, 'data'>>) =>
    tx.update(Message, { id }, { tries: message.tries + 1, ...values });
  const to = await addressOf(tx, message);
  if (!to) {
    await change({ status: 'suppressed', tries: message.tries });
    return null;
  }
  try {
    const view = await buildView(db, message, config);
    const mail = render(await sourceOf(tx, message), view);
    if (transport) await transport.sendMail(envelope(config, id, to, mail, view.unsubscribeUrl));
    await change({ ...mail, status: transport ? 'sent' : 'kept', sentAt: new Date(), lastError: null });
    return null;
  } catch (error) {
    const { code, final } = reading(error);
    const over = isLast || final;
    await change({ lastError: code, ...(over && { status: 'failed' as const }) });
    return over ? null : code;
  }
}

async function sourceOf(tx: EntityManager, { event, locale }: Message) {
  const own = await tx.findOneBy(MessageTemplate, { event, locale });
  return own ?? builtInSource(event as MessageEvent, locale);
}

const envelope = (
  { mailFrom, publicUrl }: SendConfig,
  id: string,
  to: string,
  { subject, html, text }: Rendered,
  unsubscribeUrl: string | null,
) => ({
  from: mailFrom,
  to,
  subject,
  html,
  text,
  messageId: `<${id}@${new URL(publicUrl).hostname}>`,
  headers: {
    'Auto-Submitted': 'auto-generated',
    ...(unsubscribeUrl && {
      'List-Unsubscribe': `<${unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  },
});

/** A mail error names its recipient: only its code is kept. What the server refuses for good is not repeated. */
function reading(error: unknown): { code: string; final: boolean } {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  if (responseCode) return { code: `smtp-${responseCode}`, final: responseCode >= 500 };
  return { code: typeof code === 'string' ? code.toLowerCase() : 'template', final: false };
}
