import { rm } from 'node:fs/promises';
import path from 'node:path';

/** Where the picture lies; the small one beside it. */
export const photoFile = (dataDir: string, id: string, thumbnail = false): string =>
  path.join(dataDir, 'photos', `${id}${thumbnail ? '.small' : ''}.jpg`);

/** A picture of a form that nobody has sent yet. */
export const draftFile = (dataDir: string, id: string): string => path.join(dataDir, 'drafts', `${id}.jpg`);

/** What goes with words in a conversation. */
export const attachmentFile = (dataDir: string, id: string): string => path.join(dataDir, 'attachments', id);

export async function removeAttachmentFiles({ dataDir }: { dataDir: string }, ids: string[]): Promise<void> {
  for (const id of ids) await rm(attachmentFile(dataDir, id), { force: true });
}

/** Takes pictures away, those that are gone already included. */
export async function removePhotoFiles({ dataDir }: { dataDir: string }, ids: string[]): Promise<void> {
  for (const id of ids) {
    for (const thumbnail of [false, true]) await rm(photoFile(dataDir, id, thumbnail), { force: true });
  }
}
