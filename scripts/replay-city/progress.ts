import { Presets, SingleBar } from 'cli-progress';
import type { Played } from './play';
import type { Story } from './stories';
import { endOnWall, type Timeline } from './timeline';

const EVERY_MS = 1000;
/** Without a terminal a line now and then says the same. */
const LINE_MS = 30_000;

/** Shows how far the replay has come, until it is stopped. */
export function showProgress(
  played: Played,
  stories: readonly Story[],
  timeline: Timeline,
): { say: (line: string) => void; stop: () => void } {
  const toRepair = stories.filter(({ repairAt }) => repairAt !== null).length;
  const bar = new SingleBar(
    {
      format: `day {day} |{bar}| {percentage}% | accepted {accepted}/${stories.length} | repaired {repaired}/${toRepair} | closed {closed} | report lag {lag} s`,
      noTTYOutput: true,
      notTTYSchedule: LINE_MS,
      linewrap: null,
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  const length = endOnWall(timeline) - timeline.begunAt;
  const state = () => ({
    day: (((Math.max(0, Date.now() - timeline.begunAt) * timeline.speed) / 86_400_000) | 0) + 1,
    accepted: played.accepted,
    repaired: played.repaired,
    closed: played.closed,
    lag: ((played.openingLags.at(-1) ?? 0) / 1000).toFixed(1),
  });
  bar.start(length, 0, state());
  const timer = setInterval(
    () => bar.update(Math.min(length, Math.max(0, Date.now() - timeline.begunAt)), state()),
    EVERY_MS,
  );
  return {
    say: (line) => console.log(`\n${line}`),
    stop() {
      clearInterval(timer);
      bar.update(length, state());
      bar.stop();
    },
  };
}
