import { spawn } from 'node:child_process';
import { getPriority } from 'node:os';
import { standBack } from './stand-back';

test('a process stands back behind the one that started it', () => {
  const child = spawn('sleep', ['60']);
  try {
    standBack(child.pid!);
    expect(getPriority(child.pid)).toBe(Math.min(19, getPriority() + 5));
  } finally {
    child.kill();
  }
});
