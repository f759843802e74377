import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server that keeps what it is given. */
export interface Mailbox {
  url: string;
  /** The first mail whose subject matches, as soon as it is there. */
  mail(subject: RegExp): Promise<ParsedMail>;
  close(): Promise<void>;
}

const PATIENCE_MS = 30_000;

export async function openMailbox(): Promise<Mailbox> {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    async mail(subject) {
      for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
        const found = mails.find((mail) => subject.test(mail.subject ?? ''));
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(
        `No mail about ${subject}; there are: ${mails.map(({ subject }) => subject).join(', ')}`,
      );
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
