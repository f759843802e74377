import { createContext, type Dispatch, type SetStateAction, useContext } from 'react';

type Count = Dispatch<SetStateAction<number>>;

/** How many inputs are not ready: the form around them waits. */
export const HoldContext = createContext<Count>(() => undefined);

/** Holds the form back while something runs, such as an upload whose id it needs. */
export function useHold() {
  const count = useContext(HoldContext);
  return async <T>(running: Promise<T>): Promise<T> => {
    count((held) => held + 1);
    try {
      return await running;
    } finally {
      count((held) => held - 1);
    }
  };
}
