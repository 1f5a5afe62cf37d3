import type { CombinedError } from 'urql';
import { explainRefusal, refusedField, type Failure } from '@/lib/failure';

/** Why a form was not accepted, and which of its fields that is about. */
export interface Refused {
  failure: Failure;
  field: string | undefined;
}

/** Explains why a form was not accepted; `meant` has the field that a code is always about. */
export function refusedBy(
  error: CombinedError | undefined,
  meant: Record<string, string> = {},
): Refused | null {
  if (error === undefined) {
    return null;
  }
  const failure = explainRefusal(error);
  const field = meant[failure.code];
  return field === undefined
    ? { failure, field: refusedField(error) }
    : { failure: { ...failure, title: 'This was not accepted' }, field: refusedField(error) ?? field };
}
