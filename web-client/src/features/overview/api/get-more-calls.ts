import { graphql } from '@/gql';

/** The calls after a cursor, in the range the page has resolved, so that pages neither repeat nor skip. */
export const moreCalls = graphql(`
  query MoreCalls($range: TimeRange!, $filter: UsageFilter, $after: String!) {
    organization {
      id
      usage(range: $range, filter: $filter) {
        events(first: 50, after: $after) {
          ...CallPage
        }
      }
    }
  }
`);
