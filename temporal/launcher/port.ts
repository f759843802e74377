import net from 'node:net';
import { StartError } from './errors';

/** Throws one sentence when `port` cannot be listened on. */
export function checkPort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      reject(new StartError(sentence(error.code, port, host)));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function sentence(code: string | undefined, port: number, host: string): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program: stop that program, or start with --port and another number.`;
  }
  if (code === 'EACCES') return `Port ${port} is reserved for the administrator: choose one above 1023.`;
  return `This machine has no address ${host} to listen on (BIND).`;
}
