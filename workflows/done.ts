const kept = 200;

/** What was carried out already, and how it ended, so that a repeated command, act or piece of news acts once. */
export class DoneList<Result extends object> {
  private entries: (Result & { id: string })[];

  constructor(entries: (Result & { id: string })[] = []) {
    this.entries = entries;
  }

  find(id: string): Result | undefined {
    const entry = this.entries.find((one) => one.id === id);
    if (!entry) return undefined;
    const { id: _known, ...result } = entry;
    return result as unknown as Result;
  }

  add(id: string, result: Result): void {
    this.entries = [...this.entries, { id, ...result }].slice(-kept);
  }

  remove(id: string): void {
    this.entries = this.entries.filter((one) => one.id !== id);
  }

  /** For the next run. */
  get list(): (Result & { id: string })[] {
    return this.entries;
  }
}
