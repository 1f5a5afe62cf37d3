import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { CredentialRowFragment, ProviderTraitsFragment } from '@/gql/graphql';

// One request: what calls are made with, and what else there is to make them at.
const providers = graphql(`
  query Providers {
    organization {
      id
      providerCredentials {
        ...CredentialRow
      }
    }
    providers(first: 100) {
      nodes {
        ...ProviderTraits
      }
    }
  }

  fragment CredentialRow on ProviderCredential {
    id
    provider {
      ...ProviderTraits
    }
    source
    status
    disabledReason
    baseUrl
    monthlyBudget
    autoDisable
    spentThisMonth
    unpricedRequestsThisMonth
    secretVersion
    previousSecretUntil
    validatedAt
    version
    createdAt
  }

  fragment ProviderTraits on Provider {
    id
    name
    label
    modelCount
    capabilities
  }
`);

/** A credential as the page shows it: never its secret, which nobody is told. */
export type Credential = CredentialRowFragment;

/** A provider as the page shows it. */
export type Provider = ProviderTraitsFragment;

// An empty list names no credential, yet a new one changes it.
const context = { additionalTypenames: ['ProviderCredential'] };

/** Asks for the credentials and the providers; asked again when a credential has changed. */
export function useProviders() {
  return useQuery({ query: providers, requestPolicy: 'cache-and-network', context });
}
