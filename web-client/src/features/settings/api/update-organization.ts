import { graphql } from '@/gql';

/** Changes what the organization is called. */
export const updateOrganization = graphql(`
  mutation UpdateOrganization($input: UpdateOrganizationInput!) {
    updateOrganization(input: $input) {
      organization {
        id
        name
      }
    }
  }
`);
