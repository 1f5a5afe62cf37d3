import { useQuery } from 'urql';
import { graphql } from '@/gql';

const units = graphql(`
  query Units {
    organization {
      id
      teams(first: 100) {
        nodes {
          id
          key
          name
        }
        totalCount
      }
      projects(first: 100) {
        nodes {
          id
          key
          name
        }
        totalCount
      }
      costCenters(first: 100) {
        nodes {
          id
          key
          name
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

/** The first units of a kind. */
export interface Units {
  nodes: Unit[];
  totalCount: number;
}

// An empty list names no unit, yet a new one changes it.
const context = { additionalTypenames: ['Team', 'Project', 'CostCenter'] };

/** Asks for the declared teams, projects and cost centers; asked again when one has changed. */
export function useUnits() {
  return useQuery({ query: units, requestPolicy: 'cache-and-network', context });
}
