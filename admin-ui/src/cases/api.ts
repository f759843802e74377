import { sendOrder } from '../http/order';
import { apiBase, post, request } from '../http/request';
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

/** Words with their files, as the API takes them. */
function saying(
  words: string,
  files: File[] | null | undefined,
  more: Record<string, string> = {},
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...more, words })) form.set(name, value);
  for (const file of files ?? []) form.append('files', file);
  return form;
}

export const sendMessage = (
  caseId: string,
  to: { kind: PartyKind; id: string },
  words: string,
  files?: File[] | null,
) => post(`/cases/${caseId}/messages`, saying(words, files, { 'to[kind]': to.kind, 'to[id]': to.id }));

/** Where a file of a conversation is fetched. */
export const attachmentUrl = (caseId: string, id: string) => `${apiBase}/cases/${caseId}/attachments/${id}`;

export const markRead = (caseId: string, threadId: string) =>
  post(`/cases/${caseId}/threads/${threadId}/read`, {});

/** Writes down the answer to a question that was asked inside a case. */
export const answerQuestion = (caseId: string, questionId: string, words: string, files?: File[] | null) =>
  post(`/cases/${caseId}/questions/${questionId}/answer`, saying(words, files));

export const addComment = (caseId: string, words: string) => post(`/cases/${caseId}/comments`, { words });

/** Says that two cases are about different problems, or takes that back. */
export const decideSuggestion = (caseId: string, otherId: string, dismissed: boolean) =>
  post(`/cases/${caseId}/suggestions/${otherId}`, { dismissed });

/** Says that the new unconfirmed people of a case are real. */
export const confirmBurst = (caseId: string, note?: string | null) =>
  post(`/cases/${caseId}/burst`, note ? { note } : {});

export const acknowledgeForward = (caseId: string, agencyId: string) =>
  post(`/forwards/${caseId}/acknowledge`, { agencyId });
