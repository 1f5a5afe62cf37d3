import type { ProviderCredentialSource, UpdateProviderCredentialInput } from '@/gql/graphql';
import type { Credential } from '../api/get-providers';

/** What may be changed without a secret, as it is filled in. */
export interface Terms {
  source: ProviderCredentialSource;
  /** Empty is no budget. */
  monthlyBudget: string;
  autoDisable: boolean;
}

export const newTerms: Terms = { source: 'OWN', monthlyBudget: '', autoDisable: true };

/** Where filling in begins: as the credential is. */
export function termsOf({ source, monthlyBudget, autoDisable }: Credential): Terms {
  return { source, monthlyBudget: monthlyBudget === null ? '' : String(monthlyBudget), autoDisable };
}

/** What is wrong with a budget, in words for the person who filled it in; undefined when nothing is. */
export function budgetProblem({ monthlyBudget }: Terms): string | undefined {
  const text = monthlyBudget.trim();
  const amount = Number(text);
  return text === '' || (amount > 0 && amount <= 1_000_000)
    ? undefined
    : 'An amount above 0, up to 1,000,000.';
}

/** The terms as the API takes them; the budget must be right. */
export function toTerms({ source, monthlyBudget, autoDisable }: Terms) {
  const text = monthlyBudget.trim();
  return { source, autoDisable, monthlyBudget: text === '' ? null : Number(text) };
}

/** The change as the API takes it. */
export function toUpdate(
  terms: Terms,
  { id, version }: Credential,
  reason: string,
): UpdateProviderCredentialInput {
  return { id, expectedVersion: version, ...toTerms(terms), ...(reason === '' ? {} : { reason }) };
}

/** The credential as it will be, should the change be made. */
export function changed(terms: Terms, credential: Credential): Credential {
  const next = { ...credential, ...toTerms(terms), version: credential.version + 1 };
  // A budget that is no longer exceeded lets calls be made again. That one is exceeded from now on is found out by the server.
  return next.disabledReason === 'BUDGET_EXCEEDED' && !isExceeded(next)
    ? { ...next, status: 'ACTIVE', disabledReason: null }
    : next;
}

/** The credential as it will be, should calls be stopped or let go on. */
export function switched(credential: Credential, active: boolean): Credential {
  return {
    ...credential,
    status: active ? 'ACTIVE' : 'DISABLED',
    disabledReason: active ? null : 'MANUAL',
    version: credential.version + 1,
  };
}

/** Whether a budget holds calls back now. */
export function isExceeded({
  autoDisable,
  monthlyBudget,
  spentThisMonth,
}: Pick<Credential, 'autoDisable' | 'monthlyBudget' | 'spentThisMonth'>): boolean {
  return autoDisable && monthlyBudget !== null && spentThisMonth > monthlyBudget;
}
