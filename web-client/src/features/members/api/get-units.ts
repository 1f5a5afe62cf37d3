import { useQuery, type Client } from 'urql';
import { graphql } from '@/gql';
import type { PageResult } from '@/lib/use-pages';
import type { UnitKind } from './change-unit';

const units = graphql(`
  query Units($teams: Boolean!, $projects: Boolean!, $costCenters: Boolean!, $after: String) {
    organization {
      id
      teams(first: 100, after: $after) @include(if: $teams) {
        nodes {
          id
          key
          name
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
      projects(first: 100, after: $after) @include(if: $projects) {
        nodes {
          id
          key
          name
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
      costCenters(first: 100, after: $after) @include(if: $costCenters) {
        nodes {
          id
          key
          name
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
`);

/** A team, a project or a cost center. */
export interface Unit {
  id: string;
  /** What events call it. */
  key: string;
  name: string;
}

// An empty list names no unit, yet a new one changes it.
const context = { additionalTypenames: ['Team', 'Project', 'CostCenter'] };

/** Asks for the first declared teams, projects and cost centers; asked again when one has changed. */
export function useUnits() {
  return useQuery({
    query: units,
    variables: { teams: true, projects: true, costCenters: true },
    requestPolicy: 'cache-and-network',
    context,
  });
}

/** Asks for the units of a kind after a cursor. */
export async function loadUnits(client: Client, kind: UnitKind, after: string): Promise<PageResult<Unit>> {
  const only = {
    teams: kind === 'teams',
    projects: kind === 'projects',
    costCenters: kind === 'costCenters',
  };
  const { data, error } = await client.query(units, { ...only, after }).toPromise();
  return { page: data?.organization[kind], error };
}
