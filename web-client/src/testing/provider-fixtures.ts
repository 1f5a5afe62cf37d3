import type {
  CredentialRowFragment,
  ProvidersQuery,
  ProviderTraitsFragment,
  UpdateProviderCredentialMutationVariables,
} from '@/gql/graphql';

const provider = (
  name: string,
  label: string,
  modelCount: number,
  capabilities: ProviderTraitsFragment['capabilities'] = [],
): ProviderTraitsFragment => ({ id: `provider-${name}`, name, label, modelCount, capabilities });

export const openai = provider('openai', 'OpenAI', 222, ['VISION', 'FUNCTIONS', 'REASONING']);
const anthropic = provider('anthropic', 'Anthropic', 31, ['VISION', 'CACHING']);
const providers = [
  provider('aihubmix', 'AIHubMix', 0),
  anthropic,
  provider('google', 'Google', 199, ['VISION', 'AUDIO', 'STREAMING']),
  provider('mistral', 'Mistral AI', 1),
  openai,
];

export const openaiCredential: CredentialRowFragment = {
  id: 'credential-1',
  provider: openai,
  source: 'OWN',
  status: 'ACTIVE',
  disabledReason: null,
  baseUrl: 'https://api.openai.com/v1',
  monthlyBudget: 400,
  autoDisable: true,
  spentThisMonth: 330,
  unpricedRequestsThisMonth: 0,
  secretVersion: 2,
  previousSecretUntil: '2099-01-01T08:00:00Z',
  validatedAt: '2026-11-20T09:30:00Z',
  version: 3,
  createdAt: '2026-11-01T09:30:00Z',
};

/** One whose budget is used up. */
export const exhausted: CredentialRowFragment = {
  ...openaiCredential,
  id: 'credential-2',
  provider: anthropic,
  source: 'PLATFORM',
  status: 'DISABLED',
  disabledReason: 'BUDGET_EXCEEDED',
  baseUrl: 'https://api.anthropic.com/v1',
  monthlyBudget: 100,
  spentThisMonth: 120.5,
  unpricedRequestsThisMonth: 1200,
  secretVersion: 1,
  previousSecretUntil: null,
};

/** The page of providers. */
export function providersPage(
  providerCredentials: CredentialRowFragment[] = [exhausted, openaiCredential],
): ProvidersQuery {
  return { organization: { id: 'organization-1', providerCredentials }, providers: { nodes: providers } };
}

/** The answer to whoever changes a credential. */
export function updatedCredential({ input }: UpdateProviderCredentialMutationVariables) {
  const before = input.id === exhausted.id ? exhausted : openaiCredential;
  const status = input.status ?? before.status;
  return {
    updateProviderCredential: {
      providerCredential: {
        ...before,
        monthlyBudget: input.monthlyBudget === undefined ? before.monthlyBudget : input.monthlyBudget,
        status,
        disabledReason: status === 'ACTIVE' ? null : 'MANUAL',
        version: before.version + 1,
      },
    },
  };
}
