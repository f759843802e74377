import { createTransport, type Transporter } from 'nodemailer';
import type { Logger } from 'pino';
import type { DataSource, EntityManager } from 'typeorm';
import { Message, TemplateVersion } from '../db/entities';
import type { MessageEvent } from '../domain/messages/table';
import type { Config } from '../temporal/config';
import { addressOf } from './addresses';
import { linksIn, withoutLinks } from './links';
import { type Rendered, render } from './render';
import { builtInSource, parseSource } from './templates/source';
import { buildView, type MessageView } from './view';

export interface Sender {
  /**
   * Sends one queued message, or keeps it where no SMTP server is set. Throws when it should be tried
   * again; on the last try the row ends `failed`, where the console shows it.
   */
  send(messageId: string, isLast: boolean): Promise<void>;
  close(): void;
}

type SendConfig = Pick<Config, 'smtpUrl' | 'mailFrom' | 'publicUrl' | 'appSecret'>;

/** How long a mail server may be silent; the row is locked meanwhile. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

interface Parts {
  db: DataSource;
  config: SendConfig;
  transport: Transporter | null;
  log: Pick<Logger, 'warn'>;
}

export function createSender(db: DataSource, config: SendConfig, log: Pick<Logger, 'warn'>): Sender {
  const transport = config.smtpUrl ? createTransport({ url: config.smtpUrl, ...PATIENCE }) : null;
  const parts = { db, config, transport, log };
  return {
    async send(messageId, isLast) {
      const error = await db.transaction((tx) => attempt(tx, parts, messageId, isLast));
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
  { db, config, transport, log }: Parts,
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
    const { mail, lastError } = await worded(tx, message, view);
    if (lastError) log.warn({ event: message.event, locale: message.locale }, lastError);
    if (transport) await transport.sendMail(envelope(config, id, to, mail, view.unsubscribeUrl));
    const links = linksIn(view);
    await change({
      subject: mail.subject,
      html: withoutLinks(mail.html, links),
      text: withoutLinks(mail.text, links),
      status: transport ? 'sent' : 'kept',
      sentAt: new Date(),
      lastError,
    });
    return null;
  } catch (error) {
    const { code, final } = reading(error);
    const over = isLast || final;
    log.warn({ messageId: id, code, over }, 'message not sent');
    await change({ lastError: code, ...(over && { status: 'failed' as const }) });
    return over ? null : code;
  }
}

/**
 * A municipality's own words, else the product's. Own ones that cannot be used never cost a message: the
 * built-in ones go out, and the row says so.
 */
async function worded(
  tx: EntityManager,
  { event, locale }: Message,
  view: MessageView,
): Promise<{ mail: Rendered; lastError: string | null }> {
  const [own] = await tx.find(TemplateVersion, {
    where: { event, locale },
    order: { version: 'DESC' },
    take: 1,
  });
  const builtIn = () => render(builtInSource(event as MessageEvent, locale), view);
  if (!own?.source) return { mail: builtIn(), lastError: null };
  try {
    return { mail: render(parseSource(own.source), view), lastError: null };
  } catch {
    return { mail: builtIn(), lastError: 'own-template-broken' };
  }
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

/**
 * A mail error names its recipient: only its code is kept. What the server refuses for good is not repeated,
 * but for our own password: the next try may find it set right.
 */
function reading(error: unknown): { code: string; final: boolean } {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  if (responseCode) return { code: `smtp-${responseCode}`, final: responseCode >= 500 && code !== 'EAUTH' };
  return { code: typeof code === 'string' ? code.toLowerCase() : 'template', final: false };
}
