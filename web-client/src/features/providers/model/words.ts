import type { ProviderCredentialSource } from '@/gql/graphql';
import type { PillTone } from '@/components/pill';
import { formatCount } from '@/lib/format';
import type { Credential, Provider } from '../api/get-providers';

export const sourceWords: Record<ProviderCredentialSource, string> = {
  OWN: 'Own contract',
  PLATFORM: 'Platform’s contract',
};

/** Whether calls are made with a credential, and why not. */
export function statusOf({ disabledReason, status }: Credential): { text: string; tone: PillTone } {
  if (status === 'ACTIVE') {
    return { text: 'Active', tone: 'good' };
  }
  return disabledReason === 'BUDGET_EXCEEDED'
    ? { text: 'Budget exceeded', tone: 'bad' }
    : { text: 'Disabled', tone: 'neutral' };
}

/** How many models of a provider are known. */
export function modelsText({ modelCount }: Provider): string {
  if (modelCount === 0) {
    return 'No model known';
  }
  return modelCount === 1 ? '1 model' : `${formatCount(modelCount).full} models`;
}
