import type { ModelsQuery } from '@/gql/graphql';
import type { ModelName } from './own-price';

/** A model that was called without a known price. */
export interface Unpriced extends ModelName {
  calls: number;
}

/** The models that were called lately without a known price, the most called first. */
export function unpricedOf(organization: ModelsQuery['organization']): Unpriced[] {
  const rows = organization?.usage.breakdown.rows.nodes ?? [];
  return rows.flatMap(({ keys: [provider, model], metrics: { unpricedRequests: calls } }) => {
    const name = { provider: provider?.value ?? '', name: model?.value ?? '' };
    return calls === 0 || name.provider === '' || name.name === '' ? [] : [{ ...name, calls }];
  });
}
