/** Something to do. */
export interface Task {
  /** Not before this instant. */
  notBefore: number;
  /** Of those whose time has come the one with the earliest goes first. */
  due: number;
  run(): Promise<void>;
}

/**
 * Does tasks at their time with a few in flight, the most pressing first. A task that throws ends the
 * whole agenda: a replay with a hole proves nothing.
 */
export class Agenda {
  private readonly waiting: Task[] = [];
  private readonly ready: Task[] = [];
  private running = 0;
  private timer: NodeJS.Timeout | undefined;
  private failure: unknown;
  private watchers: (() => void)[] = [];

  constructor(
    private readonly inFlight: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** How many are waiting, ready or running. */
  get open(): number {
    return this.waiting.length + this.ready.length + this.running;
  }

  add(task: Task): void {
    insert(this.waiting, task, (one) => one.notBefore);
    this.go();
  }

  /** Resolves when nothing is left to do, and rejects with what went wrong. */
  async empty(): Promise<void> {
    while (this.failure === undefined && this.open > 0) {
      await new Promise<void>((resolve) => this.watchers.push(resolve));
    }
    if (this.failure !== undefined) throw this.failure;
  }

  /** Drops whatever has not begun. */
  clear(): void {
    clearTimeout(this.timer);
    this.waiting.length = 0;
    this.ready.length = 0;
    this.tell();
  }

  private go(): void {
    clearTimeout(this.timer);
    while (this.waiting[0] && this.waiting[0].notBefore <= this.now()) {
      insert(this.ready, this.waiting.shift() as Task, (one) => one.due);
    }
    while (this.running < this.inFlight && this.ready.length > 0) void this.start(this.ready.shift() as Task);
    const [next] = this.waiting;
    if (next) this.timer = setTimeout(() => this.go(), Math.max(1, next.notBefore - this.now()));
  }

  private async start(task: Task): Promise<void> {
    this.running += 1;
    try {
      await task.run();
    } catch (error) {
      this.failure ??= error;
      this.clear();
    }
    this.running -= 1;
    this.go();
    if (this.open === 0 || this.failure !== undefined) this.tell();
  }

  private tell(): void {
    for (const watcher of this.watchers.splice(0)) watcher();
  }
}

/** Keeps the list sorted; equals stay in the order of their coming. */
function insert(list: Task[], task: Task, by: (task: Task) => number): void {
  const key = by(task);
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (by(list[middle] as Task) <= key) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, task);
}
