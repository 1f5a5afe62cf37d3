import { useState } from 'react';

/** The last value there was, so that what is closing does not change its words meanwhile. */
export function useLast<T>(value: T | null): T | null {
  const [last, setLast] = useState(value);
  if (value !== null && value !== last) {
    setLast(value);
  }
  return value ?? last;
}
