import { sendOrder } from '../http/order';
import { get, post, put } from '../http/request';
import type { PoolCase, RoundDetail } from './types';

export interface RoundOrder {
  name: 'arrive' | 'done' | 'not-possible' | 'insert' | 'reorder' | 'end';
  commandId: string;
  [field: string]: unknown;
}

/** `refused`: the code with which the case did not take what the round has done. */
export interface RoundAnswer {
  version: number;
  refused: string | null;
}

export const planRound = (id: string) => post<RoundDetail>(`/rounds/${id}/plan`);

/** The stops of a draft, all of them, in their order. */
export const setStops = (id: string, stops: { caseId: string; locked: boolean }[]) =>
  put<RoundDetail>(`/rounds/${id}/stops`, { stops });

export const dispatchRound = (id: string) => post<RoundDetail>(`/rounds/${id}/dispatch`);

export const poolOf = (id: string) => get<PoolCase[]>(`/rounds/${id}/pool`);

/** Says something to a dispatched round, again and again under the same id until it has confirmed it. */
export const tellRound = (id: string, body: RoundOrder, onWaiting: () => void): Promise<RoundAnswer> =>
  sendOrder(`/rounds/${id}/commands`, body, onWaiting);
