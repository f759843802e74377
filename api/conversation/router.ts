import express, { type Response, Router } from 'express';
import { z } from 'zod';
import type { Thread } from '../../db/entities';
import { titleOf } from '../../db/geo/municipality';
import { writeNote } from '../../db/notes';
import { attachmentsOf, type ThreadLine } from '../../db/views/threads';
import { mapLink } from '../../deliveries/view';
import type { Command } from '../../domain/case/commands';
import { DomainError } from '../../domain/errors';
import { handoverRefusals } from '../../domain/vocabulary';
import { type PreparedAttachment, prepareAttachments } from '../attachments/prepare';
import { sendAttachment } from '../attachments/send';
import { withAttachments } from '../attachments/store';
import { giveCommand } from '../console/cases/command';
import { rowId } from '../console/cases/command-rows';
import type { Deps } from '../http/deps';
import { answerError } from '../http/errors';
import { createLimit, scaled, senderOf } from '../http/limits';
import { localeOf } from '../http/locale';
import { sameOrigin } from '../http/origin';
import { typedText } from '../http/typed';
import { parse } from '../http/validate';
import { readUpload, uploadedFiles } from '../photos/upload';
import { pages } from '../public/page';
import { sayError } from '../public/router';
import { whenIn } from '../public/when';
import { answerQuestion } from './answer';
import { authorOf, type Opened, openedBy } from './links';
import { tellOtherSide } from './tell';
import { refusalChoices, texts } from './texts';

const words = z.string().trim().min(1).max(4000);
const empty = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const answerForm = z.strictObject({ words });
const offerForm = z.discriminatedUnion('taken', [
  z.strictObject({ taken: z.literal('yes'), note: empty(words), reason: z.unknown().optional() }),
  z.strictObject({ taken: z.literal('no'), reason: z.enum(handoverRefusals), note: empty(words) }),
]);

/** What was typed is shown again with what is wrong with it. */
const isInput = new Set<string>(['invalid-input', 'photo-too-large', 'photo-unreadable']);

type SaidLine = Pick<ThreadLine, 'words'> & { at: Date; own: boolean; files: ThreadLine['attachments'] };

/** How suppliers and agencies answer a question or an offer: by the link that was mailed to them. */
export function createConversationRouter(deps: Deps): Router {
  const { db, config } = deps;
  const page = pages(deps);
  const tries = createLimit(deps, 'party-link', scaled(config, 60), 600);
  const router = Router();

  async function show(res: Response, opened: Opened, typed: Record<string, unknown> = {}, status = 200) {
    const locale = localeOf(res);
    const t = texts[locale];
    const { question, offer, thread } = opened;
    const row = await caseOf(opened);
    const claimed = Boolean(offer?.claimId);
    const title = question ? t.question : claimed ? t.claim : offer ? t.offer : t.thread;
    const when = whenIn(locale, row.timezone);
    await page(res.status(status), 'party', title, {
      ...row,
      ...typed,
      x: t,
      claimed,
      ...{ title, isQuestion: Boolean(question), isThread: Boolean(thread), token: res.req.params.token },
      lines: thread && (await linesOf(thread, (at) => when(at), t)),
      category: locale === 'it' ? row.nameIt : row.nameEn,
      mapUrl: mapLink(row),
      due: question && when(question.dueAt),
      said: saidOf(opened, t),
      open: question
        ? question.status === 'open' && !question.answerId
        : !offer || offer.status === 'offered',
      reasons: refusalChoices(locale),
    });
  }

  /** What was said, for whoever it was said to. */
  async function linesOf(thread: Thread, when: (at: Date) => string | null, t: (typeof texts)['it']) {
    const said: SaidLine[] = await db.query(
      `SELECT m.created_at AS at, m.author_kind <> 'user' AS own, n.body AS words, ${attachmentsOf('m.id')} AS files
       FROM thread_message m JOIN note n ON n.id = m.note_id WHERE m.thread_id = $1 ORDER BY m.created_at, m.id`,
      [thread.id],
    );
    return said.map(({ at, own, ...line }) => ({ ...line, when: when(at), by: own ? t.you : t.department }));
  }

  async function caseOf({ question, offer, thread }: Opened) {
    const { caseId } = (question ?? offer ?? thread)!;
    const [row] = await db.query(
      `SELECT c.number, c.address, g.name_it AS "nameIt", g.name_en AS "nameEn", t.timezone, ${titleOf('t')} AS municipality,
         ST_Y(c.location) AS lat, ST_X(c.location) AS lon, n.body AS words
       FROM cases c JOIN category g ON g.id = c.category_id CROSS JOIN (SELECT * FROM municipality LIMIT 1) t
       LEFT JOIN note n ON n.id = COALESCE($2::uuid, (SELECT note_id FROM thread_message WHERE id = $3::uuid))
       WHERE c.id = $1`,
      [caseId, offer?.noteId ?? null, question?.messageId ?? null],
    );
    return row;
  }

  // Opening the link changes nothing: mail programs open links by themselves.
  router.get('/x/:token', async (req, res) => {
    await tries.take(senderOf(req));
    await show(res, await openedBy(deps, req.params.token));
  });

  router.post('/x/:token', sameOrigin(config), express.urlencoded({ limit: '32kb' }), async (req, res) => {
    await tries.take(senderOf(req));
    const { token } = req.params as { token: string };
    const opened = await openedBy(deps, token);
    try {
      await readUpload(req, res, 'files');
      const form = { ...req.body };
      if (opened.offer) await answerOffer(opened, form);
      else await say(opened, form, await prepareAttachments(uploadedFiles(req)));
    } catch (error) {
      if (!(error instanceof DomainError) || !isInput.has(error.code)) throw error;
      const { message, fields = {} } = answerError(error, req, res);
      const wrong = Object.values(fields).join(' ') || message;
      return show(res, opened, { typed: typedText(req.body), wrong }, res.statusCode);
    }
    await show(res, await openedBy(deps, token));
  });

  async function say({ question, thread }: Opened, form: unknown, attachments: PreparedAttachment[]) {
    const { words } = parse(answerForm, form);
    if (question) return answerQuestion(deps, question.id, { words, attachments }, authorOf(question));
    const author = authorOf(thread!);
    await withAttachments(deps, attachments, async (tx, attach) => {
      const said = await attach(thread!, { words, ...author });
      await tellOtherSide(tx, thread!, said, author.authorId);
    });
  }

  router.get('/x/:token/files/:id', async (req, res) => {
    await tries.take(senderOf(req));
    const { thread } = await openedBy(deps, req.params.token);
    await sendAttachment(deps, res, req.params.id, thread ? [thread.id] : []);
  });

  async function answerOffer({ offer }: Opened, form: unknown): Promise<void> {
    const input = parse(offerForm, form);
    const { id: handoverId, caseId, kind, partyId } = offer!;
    const taken = input.taken === 'yes';
    // The same answer twice is one command.
    const commandId = rowId(caseId, handoverId, input.taken);
    const { note: body } = input;
    const id = rowId(caseId, commandId, 'note');
    const noteId = body && (await db.transaction((tx) => writeNote(tx, { id, body })));
    const command: Command = {
      ...{ name: 'answer-handover', commandId, handoverId, taken },
      ...(input.taken === 'no' && { reason: input.reason }),
      ...(noteId && { noteId }),
      actor: { kind: kind as 'supplier' | 'agency', id: partyId },
    };
    await giveCommand(deps, caseId, command);
  }

  router.use('/x', sayError(page));
  return router;
}

function saidOf({ question, offer, thread }: Opened, t: (typeof texts)['it']): string | null {
  if (thread) return null;
  if (question) {
    if (question.answerId) return t.thanks;
    return question.status === 'open' ? null : t.closed;
  }
  if (offer?.status === 'offered') return null;
  return offer?.status === 'taken' ? t.taken : offer?.status === 'refused' ? t.refused : t.gone;
}
