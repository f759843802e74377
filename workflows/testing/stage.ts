import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation, WorkflowUpdateFailedError } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { Command, CommandName } from '../../domain/case/commands';
import type { FactName } from '../../domain/case/facts';
import type { CaseState } from '../../domain/case/state';
import { timeSkippingEnvironment, workflowBundle } from '../../temporal/testing';
import { caseWorkflowId, commandUpdate, type MemberAct } from '../case/messages';
import { emergencyQueueOf, emergencyWorkflowId } from '../emergency/messages';
import { citizenActSignal, reportWorkflowId } from '../report/messages';
import type { Told } from './rows';
import { World } from './world';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;

type Given<Name extends CommandName> = Omit<
  Extract<Command, { name: Name }>,
  'name' | 'commandId' | 'actor' | 'noteId'
> & { noteId?: string };

/** On which server to play, and what code; without them the tests' own. */
interface Setting {
  env: Promise<TestWorkflowEnvironment>;
  bundle: Promise<WorkflowBundleOption>;
}

/** The code with which an update is refused. */
export async function refusalOf(update: Promise<unknown>): Promise<string> {
  try {
    await update;
  } catch (error) {
    if (error instanceof WorkflowUpdateFailedError) return (error.cause as { type?: string }).type ?? '';
    throw error;
  }
  throw new Error('It was not refused');
}

/** The workflows, their worker and a world to play in, on a server whose clock jumps. */
export class Stage {
  private constructor(
    readonly env: TestWorkflowEnvironment,
    readonly world: World,
    readonly taskQueue: string,
    private readonly stopped: () => Promise<void>,
  ) {}

  static async open(given: Partial<Setting> = {}): Promise<Stage> {
    const taskQueue = 'stage';
    const [env, bundle] = await Promise.all([
      given.env ?? timeSkippingEnvironment(),
      given.bundle ?? workflowBundle(),
    ]);
    const world = new World(env.client, taskQueue);
    const workers = await Promise.all(
      [taskQueue, emergencyQueueOf(taskQueue)].map((queue) =>
        Worker.create({
          connection: env.nativeConnection,
          namespace: env.namespace,
          taskQueue: queue,
          workflowBundle: bundle,
          activities: world.activities(),
        }),
      ),
    );
    const running = workers.map((worker) => worker.run());
    return new Stage(env, world, taskQueue, async () => {
      for (const worker of workers) worker.shutdown();
      await Promise.all(running);
      await env.teardown();
    });
  }

  close(): Promise<void> {
    this.world.releaseAll();
    return this.stopped();
  }

  /** A citizen reports; answers the report and its case once the case has read it and is projected. */
  async report(told: Told = {}): Promise<{ reportId: string; caseId: string }> {
    const sent = await this.send(told);
    const { members } = this.world.row(sent.caseId);
    const isRead = () => members.some(({ reportId, read }) => reportId === sent.reportId && read);
    await this.until(() => isRead() && this.world.row(sent.caseId).state !== null);
    return sent;
  }

  /** A citizen reports; answers once the report belongs to a case. */
  async send(told: Told): Promise<{ reportId: string; caseId: string }> {
    const reportId = randomUUID();
    this.world.reports.set(reportId, told);
    await this.env.client.workflow.start('reportWorkflow', {
      workflowId: reportWorkflowId(reportId),
      taskQueue: this.taskQueue,
      args: [{ reportId }],
    });
    const find = () =>
      [...this.world.rows].find(([, { members }]) => members.some((one) => one.reportId === reportId));
    await this.until(() => find() !== undefined);
    return { reportId, caseId: find()![0] };
  }

  /** A staff command; `id` repeats an earlier one. */
  async command<Name extends CommandName>(
    caseId: string,
    name: Name,
    given: Given<Name>,
    id: string = randomUUID(),
  ) {
    const command = { name, commandId: id, actor: { kind: 'user', id: 'staff' }, noteId: 'note', ...given };
    return this.handle(caseId).executeUpdate(commandUpdate, { updateId: id, args: [command as Command] });
  }

  /** Wakes a case whose run has ended, so that it takes a command; it goes on where the world has it. */
  async wake(caseId: string, command: Command) {
    return this.env.client.workflow.executeUpdateWithStart(commandUpdate, {
      ...{ updateId: command.commandId, args: [command] },
      startWorkflowOperation: new WithStartWorkflowOperation('caseWorkflow', {
        ...{ workflowId: caseWorkflowId(caseId), taskQueue: this.taskQueue, args: [{ caseId }] },
        workflowIdConflictPolicy: 'USE_EXISTING',
      }),
    });
  }

  /** The code with which a command is refused. */
  async refusal<Name extends CommandName>(caseId: string, name: Name, given: Given<Name>): Promise<string> {
    return refusalOf(this.command(caseId, name, given));
  }

  /** Carries a new case on to the crew's work. */
  async work(caseId: string): Promise<void> {
    await this.command(caseId, 'verify', {});
    await this.command(caseId, 'accept', {});
    await this.command(caseId, 'assign', { assignee: { kind: 'crew', id: 'crew' } });
    await this.command(caseId, 'start', {});
  }

  /** Carries a case in work on to the citizens' window. */
  async repair(caseId: string): Promise<void> {
    await this.command(caseId, 'mark-repaired', { repairId: 'repair' });
    const found = { qualificationId: 'q', real: true, danger: 2, categoryId: 'pothole' } as const;
    await this.command(caseId, 'qualify', found);
  }

  async act(reportId: string, kind: MemberAct['kind'], actId: string = randomUUID()): Promise<void> {
    await this.world.toReport(reportId, citizenActSignal, [{ actId, kind }]);
  }

  handle(caseId: string) {
    return this.env.client.workflow.getHandle(caseWorkflowId(caseId));
  }

  forward(caseId: string, forwardNumber = 1) {
    return this.env.client.workflow.getHandle(emergencyWorkflowId({ caseId, forwardNumber }));
  }

  /** The state as the world has it. */
  state(caseId: string): CaseState {
    return this.world.row(caseId).state!;
  }

  facts(caseId: string, ...names: FactName[]) {
    return this.world.row(caseId).facts.filter(({ name }) => names.length === 0 || names.includes(name));
  }

  clock(caseId: string, kind: string) {
    return this.state(caseId).clocks.findLast((clock) => clock.kind === kind)!;
  }

  async now(): Promise<number> {
    return this.env.currentTimeMs();
  }

  /** Lets the server's clock run on to an instant, or a little beyond. */
  async reach(instant: number): Promise<void> {
    await this.env.sleep(Math.max(1, instant - (await this.now())) + 1_000);
  }

  /** Lets what was begun come to this point, without the server's clock moving by itself. */
  async until(done: () => boolean | Promise<boolean>): Promise<void> {
    const patience = Date.now() + 20_000;
    while (!(await done())) {
      if (Date.now() > patience) throw new Error('Waited in vain');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async untilFact(caseId: string, name: FactName, times = 1): Promise<void> {
    await this.until(() => this.facts(caseId, name).length >= times);
  }

  /** The end of a report's run: it was settled, and its history is archived. */
  async settled(reportId: string): Promise<void> {
    await this.env.client.workflow.getHandle(reportWorkflowId(reportId)).result();
  }

  /** The end of a case's run, whatever time it takes. */
  async end(caseId: string): Promise<void> {
    await this.handle(caseId).result();
  }
}
