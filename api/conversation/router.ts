import express, { type Response, Router } from 'express';
import { z } from 'zod';
import type { Thread } from '../../db/entities';
import { titleOf } from '../../db/geo/municipality';
import { writeNote } from '../../db/notes';
import { say } from '../../db/threads';
import { mapLink } from '../../deliveries/view';
import type { Command } from '../../domain/case/commands';
import { DomainError } from '../../domain/errors';
import { handoverRefusals } from '../../domain/vocabulary';
import { giveCommand } from '../console/cases/command';
import { rowId } from '../console/cases/command-rows';
import type { Deps } from '../http/deps';
import { createLimit, senderOf } from '../http/limits';
import { localeOf } from '../http/locale';
import { sameOrigin } from '../http/origin';
import { parse } from '../http/validate';
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

/** How suppliers and agencies answer a question or an offer: by the link that was mailed to them. */
export function createConversationRouter(deps: Deps): Router {
  const { db, config } = deps;
  const page = pages(deps);
  const tries = createLimit(deps, 'party-link', 60, 600);
  const router = Router();

  async function show(res: Response, opened: Opened, typed: Record<string, unknown> = {}, status = 200) {
    const locale = localeOf(res);
    const t = texts[locale];
    const { question, offer, thread } = opened;
    const row = await caseOf(opened);
    const title = question ? t.question : offer ? t.offer : t.thread;
    const when = whenIn(locale, row.timezone);
    await page(res.status(status), 'party', title, {
      ...row,
      ...typed,
      x: t,
      ...{ title, isQuestion: Boolean(question), isThread: Boolean(thread) },
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
    const said: { at: Date; own: boolean; words: string | null }[] = await db.query(
      `SELECT m.created_at AS at, m.author_kind <> 'user' AS own, n.body AS words
       FROM thread_message m JOIN note n ON n.id = m.note_id WHERE m.thread_id = $1 ORDER BY m.created_at, m.id`,
      [thread.id],
    );
    return said.map(({ at, own, words }) => ({ words, when: when(at), by: own ? t.you : t.department }));
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
      if (opened.question) {
        const { words } = parse(answerForm, req.body);
        await answerQuestion(deps, opened.question.id, words, authorOf(opened.question));
      } else if (opened.thread) await write(opened.thread, req.body);
      else await answerOffer(opened, req.body);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error;
      return show(res, opened, { typed: req.body, wrong: true }, 422);
    }
    await show(res, await openedBy(deps, token));
  });

  async function write(thread: Thread, form: unknown): Promise<void> {
    const { words } = parse(answerForm, form);
    const author = authorOf(thread);
    await db.transaction(async (tx) => {
      const said = await say(tx, thread, { words, ...author });
      await tellOtherSide(tx, thread, said, author.authorId);
    });
  }

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
