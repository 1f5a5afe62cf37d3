import { graphql } from '@/gql';

/** Makes an organization; the link for its owner is answered this once. */
export const createOrganization = graphql(`
  mutation CreateOrganization($input: CreateOrganizationInput!) {
    createOrganization(input: $input) {
      organization {
        ...PlatformOrganizationRow
      }
      invitation {
        ...OwnerLink
      }
    }
  }
`);
