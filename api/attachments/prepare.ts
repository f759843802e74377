import { DomainError } from '../../domain/errors';
import { MAX_BYTES } from '../photos/limits';
import { preparePhoto } from '../photos/prepare';

export const MAX_FILES = 3;
const LONGEST_NAME = 100;

/** A file as it is kept: a picture without metadata, or a document as it came. */
export interface PreparedAttachment {
  kind: 'image' | 'pdf';
  name: string;
  data: Buffer;
}

const isPdf = (file: Buffer) => file.subarray(0, 5).toString('latin1') === '%PDF-';

/**
 * A name to show and to save by, made of what a sender calls a file: no path, no control or direction marks, and the
 * ending of what the file is.
 */
export function nameOf(given: string, kind: PreparedAttachment['kind']): string {
  // Browsers send UTF-8, which the parser reads byte by byte.
  const text = Buffer.from(given, 'latin1').toString('utf8');
  const base = (text.split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/\.[^.]*$/, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, LONGEST_NAME);
  return `${base || 'file'}${kind === 'pdf' ? '.pdf' : '.jpg'}`;
}

async function prepare(file: Express.Multer.File): Promise<PreparedAttachment> {
  const { buffer, originalname, tooLarge } = file;
  if (tooLarge || buffer.length > MAX_BYTES) throw new DomainError('photo-too-large');
  if (isPdf(buffer)) return { kind: 'pdf', name: nameOf(originalname, 'pdf'), data: buffer };
  const { data } = await preparePhoto(buffer);
  return { kind: 'image', name: nameOf(originalname, 'image'), data };
}

const problemOf: Record<string, string> = {
  'photo-too-large': 'file-too-large',
  'photo-format': 'file-format',
};

/**
 * Uploaded files by what they are, whatever their name or declared type says.
 * @throws DomainError `invalid-input`, naming each file that is wrong (`files.0`, …)
 */
export async function prepareAttachments(files: Express.Multer.File[]): Promise<PreparedAttachment[]> {
  if (files.length > MAX_FILES) throw new DomainError('invalid-input', { files: 'too-many-files' });
  const prepared: PreparedAttachment[] = [];
  const problems: Record<string, string> = {};
  for (const [index, file] of files.entries()) {
    try {
      prepared.push(await prepare(file));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      problems[`files.${index}`] = problemOf[error.code] ?? error.code;
    }
  }
  if (Object.keys(problems).length > 0) throw new DomainError('invalid-input', problems);
  return prepared;
}
