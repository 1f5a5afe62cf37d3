import type { Client } from 'urql';
import { graphql } from '@/gql';

const replayDelivery = graphql(`
  mutation ReplayAlertDelivery($input: ReplayAlertDeliveryInput!) {
    replayAlertDelivery(input: $input) {
      delivery {
        ...AlertDeliveryRow
      }
    }
  }
`);

const context = { additionalTypenames: ['AlertDelivery'] };

/** Delivers again what was delivered or given up; answers why not when it is not. */
export async function sendReplay(client: Client, id: string) {
  return (await client.mutation(replayDelivery, { input: { id } }, context).toPromise()).error;
}
