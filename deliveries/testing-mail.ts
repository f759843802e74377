import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Mailbox {
  url: string;
  received: ParsedMail[];
  /** Called with every mail before it is taken; what it throws is the server's answer. */
  onMail: () => Promise<void> | void;
  close(): Promise<void>;
}

/** A real mail server that takes everything for everybody. */
export async function startMailbox(port = 0): Promise<Mailbox> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (_auth, _session, done) => done(new Error('wrong password')),
    onData: (stream, _session, done) => {
      simpleParser(stream)
        .then(async (mail) => {
          await mailbox.onMail();
          mailbox.received.push(mail);
        })
        .then(() => done(), done);
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const mailbox: Mailbox = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received: [],
    onMail: () => {},
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return mailbox;
}

/** What a mail server answers; 5xx is for good. */
export const smtpRefusal = (responseCode: number): Error =>
  Object.assign(new Error('refused for somebody@example.org'), { responseCode });
