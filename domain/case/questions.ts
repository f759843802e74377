import type { Command } from './commands';
import type { Change } from './decide';
import { type Decision, type NewFact, next } from './next';
import { type Actor, type CaseState, type Instant, type Pause, type Question, system } from './state';

type Of<Name> = Extract<Command, { name: Name }>;

/** The latest that somebody is reminded before the answer is due; of a shorter question at half its time. */
const DAY = 24 * 3_600_000;

/** A question to somebody; while it is open the department waits, unless the case is an emergency. */
export function ask(state: CaseState, { questionId: id, of, dueAt }: Of<'ask'>, now: Instant): Change {
  const question: Question = { id, of, remindAt: Math.max(now + (dueAt - now) / 2, dueAt - DAY), dueAt };
  const pause: Pause = { id, reason: of.kind, from: now, until: dueAt, endsAt: null };
  return {
    to: {
      questions: [...(state.questions ?? []), question],
      pauses: state.emergency === 'none' ? [...state.pauses, pause] : state.pauses,
    },
    facts: [['question-asked', { questionId: id, ...of, dueAt }]],
  };
}

export const withdrawQuestion = (state: CaseState, { questionId }: Of<'withdraw-question'>): Change => ({
  to: without(state, questionId),
  facts: [['question-withdrawn', { questionId }]],
});

/**
 * An answer resumes the clocks. One that was given after the end is kept as a message and changes nothing here.
 * @param at when it was given: the case may hear of it later
 */
export function answered(
  state: CaseState,
  { questionId, messageId, actor, at }: { questionId: string; messageId: string; actor: Actor; at?: number },
  now: Instant,
): Decision | null {
  const question = state.questions?.find(({ id }) => id === questionId);
  if (!question || (at ?? now) > question.dueAt) return null;
  const fact: NewFact = { name: 'question-answered', actor, data: { questionId, messageId, ...question.of } };
  return next(state, without(state, questionId), [fact], now);
}

/** What is due of the open questions: a reminder, or the end. */
export function questionDue(state: CaseState, now: Instant): Decision | null {
  for (const { id, of, remindAt, dueAt } of state.questions ?? []) {
    const data = { questionId: id, ...of, dueAt };
    if (dueAt <= now)
      return next(state, without(state, id), [{ name: 'question-expired', actor: system, data }], now, dueAt);
    if (remindAt !== null && remindAt <= now) {
      const questions = state.questions!.map((one) => (one.id === id ? { ...one, remindAt: null } : one));
      return next(state, { questions }, [{ name: 'question-reminded', actor: system, data }], now);
    }
  }
  return null;
}

/** When `questionDue` has something to decide. */
export const questionWakes = ({ questions = [] }: CaseState): Instant[] =>
  questions.map(({ remindAt, dueAt }) => remindAt ?? dueAt);

/** An end withdraws what is still asked. */
export const withdrawAll = ({ questions = [] }: CaseState): Change['facts'] =>
  questions.map(({ id }) => ['question-withdrawn', { questionId: id }]);

/** The state without a question and its pause. */
const without = ({ questions = [], pauses }: CaseState, id: string) => ({
  questions: questions.filter((one) => one.id !== id),
  pauses: pauses.filter((one) => one.id !== id),
});
