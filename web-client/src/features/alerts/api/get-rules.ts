import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { AlertRuleRowFragment } from '@/gql/graphql';

/** A page of the organization's rules and, with the first one, where they may lead: there are no more than a hundred destinations. */
export const rules = graphql(`
  query AlertRules($after: String, $first: Boolean!) {
    organization {
      id
      alertRules(first: 50, after: $after) {
        nodes {
          ...AlertRuleRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
      alertDestinations(first: 100) @include(if: $first) {
        nodes {
          id
          name
        }
      }
    }
  }

  fragment AlertRuleRow on AlertRule {
    id
    name
    condition {
      ...Condition
    }
    filter
    groupBy
    severity
    coolDown
    destinations {
      id
      name
    }
    enabled
    snoozedUntil
    lastLook {
      at
      failure
    }
    version
  }

  fragment Condition on AlertCondition {
    threshold {
      metric
      comparison
      bound
      window {
        ...Window
      }
    }
    change {
      metric
      comparison
      percent
      window {
        ...Window
      }
    }
    quota {
      quotaId
      status
    }
    budgetForecast {
      amount
    }
  }

  fragment Window on AlertWindow {
    last
    calendar
  }
`);

/** A rule as the page shows it. */
export type Rule = AlertRuleRowFragment;

/** When a rule raises an alert. */
export type Condition = Rule['condition'];

/** A stretch of time that a rule looks at. */
export type Window = NonNullable<Condition['threshold']>['window'];

/** A destination to choose. */
export interface Named {
  id: string;
  name: string;
}

// An empty list names none of them, yet a new one changes it.
const context = { additionalTypenames: ['AlertRule', 'AlertDestination'] };

/** Asks for the first rules, and the destinations to choose from; asked again when one has changed. */
export function useRules() {
  return useQuery({
    query: rules,
    variables: { after: null, first: true },
    requestPolicy: 'cache-and-network',
    context,
  });
}
