import { sendOrder } from '../http/order';
import { post, request } from '../http/request';
import type { CommandName, PartyKind } from '../vocabulary';
import type { CaseThread } from './types';

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

/** Gives a command to a case, again and again under the same id until the case has confirmed it. */
export const sendCommand = (
  caseId: string,
  body: CommandBody,
  onWaiting: () => void,
  everyMs?: number,
): Promise<CommandResult> => sendOrder(`/cases/${caseId}/commands`, body, onWaiting, everyMs);

/** Stores a picture of the work; answers its id. */
export async function uploadPhoto(
  caseId: string,
  file: File,
  purpose: 'made-safe' | 'after' | 'on-site',
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

export const readThreads = async (caseId: string): Promise<CaseThread[]> =>
  (await request<CaseThread[]>(`/cases/${caseId}/threads`)).body;

export const sendMessage = (caseId: string, to: { kind: PartyKind; id: string }, words: string) =>
  post(`/cases/${caseId}/messages`, { to, words });

export const markRead = (caseId: string, threadId: string) =>
  post(`/cases/${caseId}/threads/${threadId}/read`, {});

/** Writes down the answer to a question that was asked inside a case. */
export const answerQuestion = (caseId: string, questionId: string, words: string) =>
  post(`/cases/${caseId}/questions/${questionId}/answer`, { words });

export const addComment = (caseId: string, words: string) => post(`/cases/${caseId}/comments`, { words });

/** Says that two cases are about different problems, or takes that back. */
export const decideSuggestion = (caseId: string, otherId: string, dismissed: boolean) =>
  post(`/cases/${caseId}/suggestions/${otherId}`, { dismissed });

/** Says that the new unconfirmed people of a case are real. */
export const confirmBurst = (caseId: string, note?: string | null) =>
  post(`/cases/${caseId}/burst`, note ? { note } : {});

export const acknowledgeForward = (caseId: string, agencyId: string) =>
  post(`/forwards/${caseId}/acknowledge`, { agencyId });
