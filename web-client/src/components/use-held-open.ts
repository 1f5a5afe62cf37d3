import { createContext, use, useEffect } from 'react';

/** Holds the surrounding dialog open, or lets it go. */
export const HoldContext = createContext<(held: boolean) => void>(() => undefined);

/** Keeps the surrounding dialog open while an answer is awaited, so that the answer finds the dialog that asked. */
export function useHeldOpen(held: boolean): void {
  const hold = use(HoldContext);
  useEffect(() => {
    hold(held);
    return () => hold(false);
  }, [hold, held]);
}
