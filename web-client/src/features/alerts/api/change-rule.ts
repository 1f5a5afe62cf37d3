import type { Client } from 'urql';
import { graphql } from '@/gql';
import type { SnoozeAlertRuleInput, UpdateAlertRuleInput } from '@/gql/graphql';

/** Makes a rule. */
export const createRule = graphql(`
  mutation CreateAlertRule($input: CreateAlertRuleInput!) {
    createAlertRule(input: $input) {
      alertRule {
        ...AlertRuleRow
      }
    }
  }
`);

/** Changes a rule. */
export const updateRule = graphql(`
  mutation UpdateAlertRule($input: UpdateAlertRuleInput!) {
    updateAlertRule(input: $input) {
      alertRule {
        ...AlertRuleRow
      }
    }
  }
`);

const snoozeRule = graphql(`
  mutation SnoozeAlertRule($input: SnoozeAlertRuleInput!) {
    snoozeAlertRule(input: $input) {
      alertRule {
        ...AlertRuleRow
      }
    }
  }
`);

const deleteRule = graphql(`
  mutation DeleteAlertRule($input: DeleteAlertRuleInput!) {
    deleteAlertRule(input: $input) {
      deletedAlertRuleId
    }
  }
`);

// When somebody else was faster, what they made of it is asked for too; and what is gone is named by no answer. Rules end alerts.
const context = { additionalTypenames: ['AlertRule', 'Alert'] };

/** Changes a rule that is shown as changed already. */
export async function sendUpdate(client: Client, input: UpdateAlertRuleInput) {
  const { data, error } = await client.mutation(updateRule, { input }, context).toPromise();
  return { row: data?.updateAlertRule.alertRule, error };
}

/** Lets a rule raise nothing for a while, or ends that. */
export async function sendSnooze(client: Client, input: SnoozeAlertRuleInput) {
  const { data, error } = await client.mutation(snoozeRule, { input }, context).toPromise();
  return { row: data?.snoozeAlertRule.alertRule, error };
}

/** Takes a rule away. */
export async function sendDeletion(client: Client, id: string, reason: string) {
  const input = { id, ...(reason === '' ? {} : { reason }) };
  const { error } = await client.mutation(deleteRule, { input }, context).toPromise();
  return { row: error === undefined ? null : undefined, error };
}
