import { graphql } from '@/gql';

/** Ends all of one's sessions, this one included. */
export const signOutEverywhere = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere {
      user {
        id
      }
    }
  }
`);
