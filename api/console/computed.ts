import { type Answers, computeQuality, type TaskName, type Tasks } from '../../activities/quality/task';
import type { Deps } from '../http/deps';
import { Turns } from './turns';

/** Each thread of this process needs a processor and some hundred megabytes for a while. */
const turns = new Turns(2, 8);

/**
 * Figures of repairs, computed in a thread when there is one free.
 * @throws TooManyError `too-many-requests` where others wait for theirs already
 */
export const computed = <Name extends TaskName>(
  { config }: Pick<Deps, 'config'>,
  name: Name,
  task: Tasks[Name],
): Promise<Answers[Name]> => turns.take(() => computeQuality(config.databaseUrl, name, task));
