import type {
  AlertDeliveriesQuery,
  AlertDeliveriesQueryVariables,
  AlertDeliveryRowFragment,
  AlertDestinationRowFragment,
  AlertDestinationsQuery,
  AlertRowFragment,
  AlertRuleRowFragment,
  AlertRulesQuery,
  AlertsQuery,
  AlertsQueryVariables,
} from '@/gql/graphql';

const organization = { id: 'organization-1' };

function pageOf<Node extends { id: string }>(nodes: Node[]) {
  const pageInfo = { hasNextPage: false, endCursor: nodes.at(-1)?.id ?? null };
  return { nodes, pageInfo, totalCount: nodes.length };
}

export const openAlert: AlertRowFragment = {
  id: 'alert-2',
  rule: 'Chat is expensive',
  severity: 'CRITICAL',
  message: 'Cost of search: 51.2 USD today, above 50 USD.',
  raisedAt: '2026-11-22T11:00:00Z',
  status: 'OPEN',
  resolvedAt: null,
  ending: null,
};

export const resolvedAlert: AlertRowFragment = {
  ...openAlert,
  id: 'alert-1',
  rule: 'Errors',
  severity: 'WARNING',
  message: 'Error rate: 12 percent in the last 15 minutes, above 10 percent.',
  status: 'RESOLVED',
  resolvedAt: '2026-11-22T11:20:00Z',
  ending: 'CONDITION',
};

/** The alerts that fit what is looked for. */
export function alertsPage(
  { filter }: AlertsQueryVariables,
  all: AlertRowFragment[] = [openAlert, resolvedAlert],
): AlertsQuery {
  const status = filter?.status ?? null;
  const nodes = all.filter((alert) => status === null || alert.status === status);
  return { organization: { ...organization, alerts: pageOf(nodes) } };
}

export const ops: AlertDestinationRowFragment = {
  id: 'destination-1',
  name: 'ops',
  kind: 'WEBHOOK',
  address: 'https://ops.example.com/tollgate',
  version: 1,
  createdAt: '2026-11-01T09:30:00Z',
};

const slack: AlertDestinationRowFragment = {
  ...ops,
  id: 'destination-2',
  name: 'team chat',
  kind: 'SLACK',
  address: 'hooks.slack.com',
};

/** The destinations. */
export function destinationsPage(
  nodes: AlertDestinationRowFragment[] = [ops, slack],
): AlertDestinationsQuery {
  return { organization: { ...organization, alertDestinations: pageOf(nodes) } };
}

const none = { threshold: null, change: null, quota: null, budgetForecast: null };

export const chatRule: AlertRuleRowFragment = {
  id: 'rule-1',
  name: 'Chat is expensive',
  condition: {
    ...none,
    threshold: {
      metric: 'COST',
      comparison: 'ABOVE',
      bound: 50,
      window: { last: null, calendar: 'TODAY' },
    },
  },
  filter: { feature: ['chat'], tags: [{ name: 'region', value: 'eu' }] },
  groupBy: 'TEAM',
  severity: 'CRITICAL',
  coolDown: 'PT1H',
  destinations: [{ id: ops.id, name: ops.name }],
  enabled: true,
  snoozedUntil: null,
  lastLook: { at: '2026-11-22T11:59:30Z', failure: null },
  version: 2,
};

const dropRule: AlertRuleRowFragment = {
  ...chatRule,
  id: 'rule-2',
  name: 'Fewer calls',
  condition: {
    ...none,
    change: {
      metric: 'REQUESTS',
      comparison: 'BELOW',
      percent: -30,
      window: { last: 'PT168H', calendar: null },
    },
  },
  filter: null,
  groupBy: null,
  severity: 'INFO',
  destinations: [],
  snoozedUntil: '2099-01-01T08:00:00Z',
};

const quotaRule: AlertRuleRowFragment = {
  ...dropRule,
  id: 'rule-3',
  name: 'Quotas',
  condition: { ...none, quota: { quotaId: 'quota-1', status: 'CRITICAL' } },
  severity: 'WARNING',
  enabled: false,
  snoozedUntil: null,
  lastLook: { at: '2026-11-22T11:59:30Z', failure: 'Too many groups.' },
};

const forecastRule: AlertRuleRowFragment = {
  ...dropRule,
  id: 'rule-4',
  name: 'The month',
  condition: { ...none, budgetForecast: { amount: 5000 } },
  snoozedUntil: null,
};

/** The rules, of each kind. */
export function rulesPage(
  nodes: AlertRuleRowFragment[] = [chatRule, dropRule, quotaRule, forecastRule],
): AlertRulesQuery {
  return {
    organization: {
      ...organization,
      alertRules: pageOf(nodes),
      alertDestinations: {
        nodes: [
          { id: ops.id, name: ops.name },
          { id: slack.id, name: slack.name },
        ],
      },
    },
  };
}

export const delivered: AlertDeliveryRowFragment = {
  id: 'delivery-1',
  alert: { id: openAlert.id, rule: openAlert.rule, message: openAlert.message },
  destination: { id: ops.id },
  destinationName: ops.name,
  occasion: 'RAISED',
  replayOf: null,
  status: 'DELIVERED',
  attempts: 2,
  nextAttemptAt: null,
  attemptedAt: '2026-11-22T11:00:12Z',
  responseCode: 204,
  error: null,
  createdAt: '2026-11-22T11:00:00Z',
};

export const givenUp: AlertDeliveryRowFragment = {
  ...delivered,
  id: 'delivery-2',
  alert: null,
  occasion: 'TEST',
  status: 'FAILED',
  attempts: 1,
  responseCode: 500,
  error: 'It answered with another status than 2xx.',
};

/** The deliveries that fit what is looked for. */
export function deliveriesPage({ filter, first }: AlertDeliveriesQueryVariables): AlertDeliveriesQuery {
  const status = filter?.status ?? null;
  const nodes = [givenUp, delivered].filter((each) => status === null || each.status === status);
  return {
    organization: {
      ...organization,
      alertDeliveries: pageOf(nodes),
      ...(first ? { alertDestinations: { nodes: [{ id: ops.id, name: ops.name }] } } : {}),
    },
  };
}
