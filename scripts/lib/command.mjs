import { spawn } from 'node:child_process';

/** Runs a command quietly; on failure throws with what it wrote last. It ends with this process. */
export function quietly(command, args, cwd) {
  return new Promise((resolve, reject) => {
    // A group of its own, so that what npm and npx start ends as well.
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    // At once: npm would first undo, and what is half-made is made anew at the next start.
    const end = () => process.kill(-child.pid, 'SIGKILL');
    process.once('exit', end);
    let output = '';
    const collect = (chunk) => {
      output = (output + chunk).slice(-8000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('exit', end);
      if (code === 0) resolve();
      else reject(new Error(`"${command} ${args.join(' ')}" failed:\n${output.trim()}`));
    });
  });
}

/** Tells that a step begins and how long it took; every half minute that it still goes on. */
export async function step(label, work) {
  const begun = Date.now();
  const seconds = () => ((Date.now() - begun) / 1000).toFixed(1);
  console.log(`  ${label} …`);
  const progress = setInterval(() => console.log(`    … still at it (${seconds()} s)`), 30_000);
  try {
    await work();
  } finally {
    clearInterval(progress);
  }
  console.log(`  ${label}: ready (${seconds()} s)`);
}
