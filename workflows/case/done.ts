import type { CommandResult, Done } from './messages';

const kept = 200;

/** What was carried out already, so that a repeated command, act or piece of news acts once. */
export class DoneList {
  private entries: Done[];

  constructor(entries: Done[] = []) {
    this.entries = entries;
  }

  find(id: string): CommandResult | undefined {
    const entry = this.entries.find((one) => one.id === id);
    return entry && { version: entry.version, status: entry.status };
  }

  add(id: string, { version, status }: CommandResult): void {
    this.entries = [...this.entries, { id, version, status }].slice(-kept);
  }

  remove(id: string): void {
    this.entries = this.entries.filter((one) => one.id !== id);
  }

  /** For the next run. */
  get list(): Done[] {
    return this.entries;
  }
}
