import type { Client } from 'urql';
import { graphql } from '@/gql';
import type { CreateAlertDestinationInput, UpdateAlertDestinationInput } from '@/gql/graphql';

const createDestination = graphql(`
  mutation CreateAlertDestination($input: CreateAlertDestinationInput!) {
    createAlertDestination(input: $input) {
      alertDestination {
        ...AlertDestinationRow
      }
      secret
    }
  }
`);

const updateDestination = graphql(`
  mutation UpdateAlertDestination($input: UpdateAlertDestinationInput!) {
    updateAlertDestination(input: $input) {
      alertDestination {
        ...AlertDestinationRow
      }
      secret
    }
  }
`);

const deleteDestination = graphql(`
  mutation DeleteAlertDestination($input: DeleteAlertDestinationInput!) {
    deleteAlertDestination(input: $input) {
      deletedAlertDestinationId
    }
  }
`);

const testDestination = graphql(`
  mutation TestAlertDestination($input: TestAlertDestinationInput!) {
    testAlertDestination(input: $input) {
      delivery {
        ...AlertDeliveryRow
      }
    }
  }
`);

const context = { additionalTypenames: ['AlertDestination', 'AlertRule'] };

// Not by `useMutation`, whose state keeps what was sent: an address may be a secret.

/** Makes a destination; a webhook's secret is answered this once. */
export async function sendNew(client: Client, input: CreateAlertDestinationInput) {
  const { data, error } = await client.mutation(createDestination, { input }, context).toPromise();
  return { secret: data?.createAlertDestination.secret ?? null, error };
}

/** Changes a destination; a new secret is answered this once. */
export async function sendUpdate(client: Client, input: UpdateAlertDestinationInput) {
  const { data, error } = await client.mutation(updateDestination, { input }, context).toPromise();
  return { secret: data?.updateAlertDestination.secret ?? null, error };
}

/** Takes a destination away. */
export async function sendDeletion(client: Client, id: string, reason: string) {
  const input = { id, ...(reason === '' ? {} : { reason }) };
  const { error } = await client.mutation(deleteDestination, { input }, context).toPromise();
  return { row: error === undefined ? null : undefined, error };
}

/** Tries a destination once, now. */
export async function sendTest(client: Client, id: string) {
  const tried = { additionalTypenames: ['AlertDelivery'] };
  const { data, error } = await client.mutation(testDestination, { input: { id } }, tried).toPromise();
  return { delivery: data?.testAlertDestination.delivery, error };
}
