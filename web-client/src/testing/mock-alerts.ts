import type {
  AlertDeliveriesQueryVariables,
  AlertsQueryVariables,
  CreateAlertDestinationMutationVariables,
} from '../gql/graphql';
import {
  alertsPage,
  chatRule,
  deliveriesPage,
  delivered,
  destinationsPage,
  openAlert,
  ops,
  rulesPage,
} from './alert-fixtures.ts';

/** Answers the page of alerts; null when it is not asked. */
export function dataOfAlerts(operationName: string, variables: unknown): object | null {
  switch (operationName) {
    case 'Alerts':
      return alertsPage(variables as AlertsQueryVariables);
    case 'ResolveAlert': {
      const ended = { status: 'RESOLVED', ending: 'PERSON', resolvedAt: new Date().toISOString() };
      return { resolveAlert: { alert: { ...openAlert, ...ended } } };
    }
    case 'AlertRules':
      return rulesPage();
    case 'CreateAlertRule':
      return { createAlertRule: { alertRule: chatRule } };
    case 'UpdateAlertRule':
      return { updateAlertRule: { alertRule: chatRule } };
    case 'SnoozeAlertRule':
      return { snoozeAlertRule: { alertRule: chatRule } };
    case 'DeleteAlertRule':
      return { deleteAlertRule: { deletedAlertRuleId: chatRule.id } };
    default:
      return dataOfDestinations(operationName, variables);
  }
}

function dataOfDestinations(operationName: string, variables: unknown): object | null {
  switch (operationName) {
    case 'AlertDestinations':
      return destinationsPage();
    case 'CreateAlertDestination': {
      const { target } = (variables as CreateAlertDestinationMutationVariables).input;
      const secret = target.webhook === undefined ? null : 'whsec_shown_once';
      return { createAlertDestination: { alertDestination: ops, secret } };
    }
    case 'UpdateAlertDestination':
      return { updateAlertDestination: { alertDestination: ops, secret: null } };
    case 'DeleteAlertDestination':
      return { deleteAlertDestination: { deletedAlertDestinationId: ops.id } };
    case 'TestAlertDestination':
      return { testAlertDestination: { delivery: { ...delivered, alert: null, occasion: 'TEST' } } };
    case 'AlertDeliveries':
      return deliveriesPage(variables as AlertDeliveriesQueryVariables);
    case 'ReplayAlertDelivery':
      return { replayAlertDelivery: { delivery: { ...delivered, replayOf: delivered.id } } };
    default:
      return null;
  }
}
