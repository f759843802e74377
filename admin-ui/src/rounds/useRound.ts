import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type HttpError, useGetOne, useNotify, useTranslate } from 'react-admin';
import { refusalOf } from '../form/refusal';
import { uuid } from '../http/uuid';
import { type RoundAnswer, type RoundOrder, tellRound } from './api';
import type { RoundDetail } from './types';

/** A round, and what can be done about it; everything that it changes is fetched again. */
export function useRound(id: string) {
  const client = useQueryClient();
  const notify = useNotify();
  const translate = useTranslate();
  const [busy, setBusy] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const { data: row, error } = useGetOne<RoundDetail>('rounds', { id });

  const refresh = () =>
    Promise.all(['rounds', 'cases'].map((queryKey) => client.invalidateQueries({ queryKey: [queryKey] })));

  /** Runs what was asked; says why where it is refused. Answers whether it went well. */
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    try {
      await work();
      return true;
    } catch (problem) {
      notify(refusalOf(problem as HttpError, translate), { type: 'error' });
      return false;
    } finally {
      await refresh();
      setBusy(false);
    }
  };

  /** Says something to the round. What the case did not take is said, though the round has done it. */
  const say = async (body: Omit<RoundOrder, 'commandId'> & { commandId?: string }): Promise<RoundAnswer> => {
    const order = { commandId: uuid(), ...body } as RoundOrder;
    const answer = await tellRound(id, order, () => setWaiting(true)).finally(() => setWaiting(false));
    if (answer.refused)
      notify(
        translate('rounds.refused', { why: translate(`rounds.refusedWhy.${answer.refused}`, { _: '' }) }),
        {
          type: 'warning',
          autoHideDuration: 10_000,
        },
      );
    return answer;
  };

  return { row: row?.stops ? row : undefined, error, busy, waiting, run, say, refresh };
}
export type UsedRound = ReturnType<typeof useRound>;
