import { graphql } from '@/gql';

/** Changes how pages are to look, in every browser. */
export const updatePreferences = graphql(`
  mutation UpdatePreferences($input: UpdatePreferencesInput!) {
    updatePreferences(input: $input) {
      preferences {
        locale
        colorScheme
      }
    }
  }
`);
