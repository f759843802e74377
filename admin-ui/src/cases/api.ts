import type { HttpError } from 'ra-core';
import { isUnanswered, post, request } from '../http/request';
import type { CommandName } from '../vocabulary';

/** A command as the API takes it. */
export interface CommandBody {
  name: CommandName;
  commandId: string;
  [field: string]: unknown;
}

export interface CommandResult {
  version: number;
  status: string;
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/**
 * Gives a command to a case. While no worker has confirmed it (202) it is sent again every 3 seconds with
 * the same id, under which the case carries it out once; a lost connection then ends nothing. Rejects with
 * the case's refusal.
 */
export async function sendCommand(
  caseId: string,
  body: CommandBody,
  onWaiting: () => void,
  everyMs = 3000,
): Promise<CommandResult> {
  for (let received = false; ; ) {
    try {
      const answer = await request<CommandResult>(`/cases/${caseId}/commands`, { method: 'POST', body });
      if (answer.status !== 202) return answer.body;
      received = true;
      onWaiting();
    } catch (problem) {
      if (!received || !isUnanswered(problem as HttpError)) throw problem;
    }
    await pause(everyMs);
  }
}

/** Stores a picture of the work; answers its id. */
export async function uploadPhoto(
  caseId: string,
  file: File,
  purpose: 'made-safe' | 'after',
): Promise<string> {
  const form = new FormData();
  form.set('purpose', purpose);
  form.set('photos', file);
  const { body } = await request<{ photoId: string }>(`/cases/${caseId}/photos`, {
    method: 'POST',
    body: form,
  });
  return body.photoId;
}

export const addComment = (caseId: string, words: string) => post(`/cases/${caseId}/comments`, { words });

/** Says that two cases are about different problems, or takes that back. */
export const decideSuggestion = (caseId: string, otherId: string, dismissed: boolean) =>
  post(`/cases/${caseId}/suggestions/${otherId}`, { dismissed });

/** Says that the new unconfirmed people of a case are real. */
export const confirmBurst = (caseId: string, note?: string | null) =>
  post(`/cases/${caseId}/burst`, note ? { note } : {});

export const acknowledgeForward = (caseId: string, agencyId: string) =>
  post(`/forwards/${caseId}/acknowledge`, { agencyId });
