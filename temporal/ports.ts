import net from 'node:net';

/** `wanted` when it can be listened on at `host`, else null. 0 finds any free port. */
export function tryPort(wanted: number, host = '127.0.0.1'): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(null));
    probe.listen(wanted, host, () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** The first of `wanted` that is free, else any free port. */
export async function freePort(...wanted: number[]): Promise<number> {
  for (const candidate of [...wanted, 0]) {
    const port = await tryPort(candidate);
    if (port) return port;
  }
  throw new Error('No free port is left on this machine.');
}
