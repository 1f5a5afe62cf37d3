import { useEffect, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { graphql } from '@/gql';

const quotaChoices = graphql(`
  query QuotaChoices($search: String!) {
    organization {
      id
      quotas(filter: { search: $search }, first: 20) {
        nodes {
          id
          name
        }
      }
    }
  }
`);

const quotaNames = graphql(`
  query QuotaNames($ids: [ID!]!) {
    organization {
      id
      quotas(filter: { id: $ids }, first: 100) {
        nodes {
          id
          name
        }
      }
    }
  }
`);

/** Names of quotas by their ids: null of one that is no more, nothing of one that was not asked for yet. */
export type QuotaNames = ReadonlyMap<string, string | null>;

/** Asks for the first quotas, by name, in whose names is the text. */
export function useQuotaChoices(search: string) {
  const [{ data, fetching }] = useQuery({
    query: quotaChoices,
    variables: { search },
    requestPolicy: 'cache-and-network',
  });
  return { choices: data?.organization.quotas.nodes ?? [], loading: fetching };
}

/** Asks for the names of these quotas, a hundred at a time. */
export function useQuotaNames(ids: string[]): QuotaNames {
  const client = useClient();
  const [names, setNames] = useState<QuotaNames>(new Map());
  const missing = [...new Set(ids)].filter((id) => !names.has(id));
  // A text, which is the same as long as it says the same.
  const wanted = missing.slice(0, 100).join(' ');
  useEffect(() => {
    let current = wanted !== '';
    async function ask() {
      const asked = wanted.split(' ');
      const { data } = await client.query(quotaNames, { ids: asked }).toPromise();
      const found = data?.organization.quotas.nodes;
      if (current && found !== undefined) {
        const known = new Map(found.map(({ id, name }) => [id, name]));
        setNames(
          (before) => new Map([...before, ...asked.map((id) => [id, known.get(id) ?? null] as const)]),
        );
      }
    }
    if (current) {
      void ask();
    }
    return () => {
      current = false;
    };
  }, [client, wanted]);
  return names;
}
