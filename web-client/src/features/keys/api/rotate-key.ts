import { graphql } from '@/gql';

/** Gives a key another secret, which is answered this once. */
export const rotateApiKey = graphql(`
  mutation RotateApiKey($input: RotateApiKeyInput!) {
    rotateApiKey(input: $input) {
      apiKey {
        ...KeyRow
      }
      secret
    }
  }
`);
