import { graphql } from '@/gql';

/** Moves the session into another organization. */
export const switchOrganization = graphql(`
  mutation SwitchOrganization($input: SwitchOrganizationInput!) {
    switchOrganization(input: $input) {
      organization {
        id
      }
    }
  }
`);
