import type { Instance } from '../instance';
import { endOnWall, type Timeline } from './timeline';

/** When in the window the worker dies, as parts of it. */
const DEATHS = [0.12, 0.3, 0.55, 0.8];

/** Kills the worker a few times, as a machine does; answers how to stop and how often it died. */
export function wreak(
  instance: Pick<Instance, 'pidOf'>,
  timeline: Timeline,
  say: (line: string) => void,
): { stop: () => void; deaths: () => number } {
  let deaths = 0;
  const length = endOnWall(timeline) - timeline.begunAt;
  const timers = DEATHS.map((part) =>
    setTimeout(
      () => {
        const pid = instance.pidOf('worker');
        process.kill(pid, 'SIGKILL');
        deaths += 1;
        say(`The worker (process ${pid}) was killed.`);
      },
      timeline.begunAt + part * length - Date.now(),
    ),
  );
  return { stop: () => timers.forEach(clearTimeout), deaths: () => deaths };
}
