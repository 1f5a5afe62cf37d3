import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { PlatformOrganizationRowFragment, PlatformOperatorFragment } from '@/gql/graphql';
import type { Filter } from '../model/view';

/** A page of the organizations that fit and, with the first one, the operators and who is asking. */
export const platform = graphql(`
  query Platform($search: String, $status: OrganizationStatus, $after: String, $first: Boolean!) {
    viewer @include(if: $first) {
      user {
        id
      }
    }
    platform {
      organizations(first: 50, after: $after, search: $search, status: $status) {
        nodes {
          ...PlatformOrganizationRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
      operators @include(if: $first) {
        ...PlatformOperator
      }
    }
  }

  fragment PlatformOrganizationRow on PlatformOrganization {
    id
    slug
    name
    timeZone
    createdAt
    status
    suspendedAt
    suspensionReason
    memberCount
  }

  fragment PlatformOperator on User {
    id
    name
    email
  }
`);

/** An organization as the page shows it. */
export type Organization = PlatformOrganizationRowFragment;

/** A person who is an operator. */
export type Operator = PlatformOperatorFragment;

// An empty list names no organization, yet a new one changes it.
const context = { additionalTypenames: ['PlatformOrganization', 'User'] };

/** Asks for the first organizations that fit, and for the operators; asked again when one of them has changed. */
export function usePlatform(filter: Filter) {
  return useQuery({
    query: platform,
    variables: { ...filter, after: null, first: true },
    requestPolicy: 'cache-and-network',
    context,
  });
}
