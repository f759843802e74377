import { Client } from 'pg';
import type { Logger } from 'pino';

/** Told of changed cases, at most once in a while for each; `lost` means that some may have been missed. */
export interface Listener {
  changed(caseIds: string[]): void;
  lost(): void;
}

/** Changes are gathered this long, so that a storm of them is one query and one message. */
const gatherMs = 250;

/**
 * One connection that listens to `case_changed`, for all who are connected to this process. It is there
 * while somebody listens; when it breaks, everybody is told and the next one to listen opens it again.
 */
export class CaseChanges {
  private readonly listeners = new Set<Listener>();
  private connection: Promise<Client> | null = null;
  private gathered = new Set<string>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly url: string,
    private readonly log: Logger,
  ) {}

  /** @returns how to stop listening */
  async listen(listener: Listener): Promise<() => void> {
    this.listeners.add(listener);
    try {
      this.connection ??= this.connect();
      await this.connection;
    } catch (error) {
      this.connection = null;
      this.leave(listener);
      throw error;
    }
    return () => this.leave(listener);
  }

  private leave(listener: Listener): void {
    this.listeners.delete(listener);
    if (this.listeners.size > 0 || !this.connection) return;
    const closing = this.connection;
    this.connection = null;
    closing.then((client) => client.end()).catch(() => {});
  }

  private async connect(): Promise<Client> {
    const client = new Client({ connectionString: this.url, application_name: 'benecomune events' });
    client.on('notification', ({ payload }) => payload && this.gather(payload));
    client.on('error', () => this.log.warn('the connection that listens for changes broke'));
    client.on('end', () => this.ended(client));
    await client.connect();
    await client.query('LISTEN case_changed');
    return client;
  }

  private async ended(client: Client): Promise<void> {
    if ((await this.connection?.catch(() => null)) !== client) return;
    this.connection = null;
    for (const listener of [...this.listeners]) listener.lost();
  }

  private gather(caseId: string): void {
    this.gathered.add(caseId);
    this.timer ??= setTimeout(() => {
      const ids = [...this.gathered];
      this.gathered = new Set();
      this.timer = null;
      for (const listener of this.listeners) listener.changed(ids);
    }, gatherMs);
  }
}
