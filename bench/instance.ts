import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Instance, type InstanceOptions, startInstance } from '../scripts/instance';

/** Lends the product with servers and data of its own, and removes everything afterwards. */
export async function withInstance<T>(
  options: Omit<InstanceOptions, 'dataDir'>,
  use: (instance: Instance) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'benecomune-bench-'));
  // PostgreSQL may run as another user, which passes through here.
  chmodSync(folder, 0o755);
  let instance: Instance | undefined;
  try {
    instance = await startInstance({ ...options, dataDir: path.join(folder, 'data') });
    return await use(instance);
  } finally {
    await instance?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
