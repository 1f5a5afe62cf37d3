import { graphql } from '@/gql';

/** Creates a key; its secret is answered this once. */
export const createApiKey = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      apiKey {
        ...KeyRow
      }
      secret
    }
  }
`);
