import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { SettingsQuery } from '@/gql/graphql';

const settings = graphql(`
  query Settings {
    viewer {
      user {
        id
        email
        name
      }
      role
      organization {
        id
        slug
        name
        timeZone
      }
      organizations {
        id
        slug
        name
      }
    }
  }
`);

/** Who is asking, and where. */
export type Asker = SettingsQuery['viewer'];

/** Asks for what can be set: about oneself and about the organization. */
export function useSettings() {
  return useQuery({ query: settings, requestPolicy: 'cache-and-network' });
}
