import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Connection } from '@temporalio/client';
import { ensureTemporal, findTemporal } from './cli';
import { startDevServer } from './dev-server';
import { reachable } from './namespace';
import { freePort } from './ports';

let folder: string;
let executable: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'benecomune-temporal-'));
  executable = await ensureTemporal(() => {});
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true }));

const options = async () => ({
  executable,
  port: await freePort(),
  dbFile: path.join(folder, 'temporal.db'),
  logFile: path.join(folder, 'temporal.log'),
  namespace: 'benecomune',
});

async function retentionDays(address: string): Promise<number> {
  const connection = await Connection.connect({ address });
  const { config } = await connection.workflowService.describeNamespace({ namespace: 'benecomune' });
  await connection.close();
  return Number(config?.workflowExecutionRetentionTtl?.seconds) / 86_400;
}

test('keeps closed runs for 30 days, and its state over a restart', async () => {
  const first = await startDevServer(await options());
  expect(await retentionDays(first.address)).toBe(30);
  await first.stop();
  expect(await reachable(first.address)).toBe(false);

  const second = await startDevServer(await options());
  expect(await retentionDays(second.address)).toBe(30);
  await second.stop();
});

test('a taken port is told in one sentence', async () => {
  const taken = net.createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as net.AddressInfo;
  await expect(startDevServer({ ...(await options()), port })).rejects.toThrow(
    `Temporal did not start on port ${port}`,
  );
  taken.close();
});

test('a command that is not Temporal is not taken for it', async () => {
  expect(await findTemporal(['/nowhere/temporal', 'true'])).toBeNull();
});
