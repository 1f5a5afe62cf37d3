import { graphql } from '@/gql';

/** Revokes a key, for good. */
export const revokeApiKey = graphql(`
  mutation RevokeApiKey($input: RevokeApiKeyInput!) {
    revokeApiKey(input: $input) {
      apiKey {
        ...KeyRow
      }
    }
  }
`);
