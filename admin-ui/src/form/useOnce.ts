import { useRef } from 'react';
import type { HttpError } from 'react-admin';
import { isUnanswered } from '../http/request';
import { uuid } from '../http/uuid';

/**
 * Gives an order out of a form, under an id by which it is carried out once. Pressing again after a lost connection
 * repeats the same order; after a refusal it is another one.
 */
export function useOnce() {
  const commandId = useRef(uuid());
  return async <T>(give: (commandId: string) => Promise<T>): Promise<T> => {
    try {
      return await give(commandId.current);
    } catch (problem) {
      if (isUnanswered(problem as HttpError)) throw new Error('command.unsure');
      commandId.current = uuid();
      throw problem;
    }
  };
}
