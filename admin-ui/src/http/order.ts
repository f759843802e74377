import type { HttpError } from 'ra-core';
import { isUnanswered, request } from './request';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/**
 * Gives an order to a workflow. While no worker has confirmed it (202) it is sent again every 3 seconds with
 * the same command id, under which it is carried out once; a lost connection then ends nothing. Rejects with
 * the refusal.
 */
export async function sendOrder<Result>(
  path: string,
  body: { commandId: string },
  onWaiting: () => void,
  everyMs = 3000,
): Promise<Result> {
  for (let received = false; ; ) {
    try {
      const answer = await request<Result>(path, { method: 'POST', body });
      if (answer.status !== 202) return answer.body;
      received = true;
      onWaiting();
    } catch (problem) {
      if (!received || !isUnanswered(problem as HttpError)) throw problem;
    }
    await pause(everyMs);
  }
}
