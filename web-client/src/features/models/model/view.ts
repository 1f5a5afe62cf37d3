import type { ModelCapability, ModelFilter, ModelType } from '@/gql/graphql';
import { isCapability, isModelType } from './words';

/** Which models the page shows; empty is any. It lives in the address. */
export interface View {
  search: string;
  provider: string;
  type: ModelType | '';
  capabilities: ModelCapability[];
  priced: 'yes' | 'no' | '';
}

export const everything: View = { search: '', provider: '', type: '', capabilities: [], priced: '' };

/** Reads the view of an address; what makes no sense is left out. */
export function readView(params: URLSearchParams): View {
  const type = params.get('type') ?? '';
  const priced = params.get('priced');
  return {
    search: params.get('search') ?? '',
    provider: params.get('provider') ?? '',
    type: isModelType(type) ? type : '',
    capabilities: params.getAll('can').filter(isCapability),
    priced: priced === 'yes' || priced === 'no' ? priced : '',
  };
}

/** Writes the view as an address's parameters, leaving out what is any. */
export function writeView(view: View): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of ['search', 'provider', 'type', 'priced'] as const) {
    if (view[name] !== '') {
      params.set(name, view[name]);
    }
  }
  for (const capability of view.capabilities) {
    params.append('can', capability);
  }
  return params;
}

/** The view as the API asks for it; null for the whole catalogue. */
export function toModelFilter(view: View): ModelFilter | null {
  const search = view.search.trim();
  const filter: ModelFilter = {
    ...(search === '' ? {} : { search }),
    ...(view.provider === '' ? {} : { provider: [view.provider] }),
    ...(view.type === '' ? {} : { type: [view.type] }),
    ...(view.capabilities.length === 0 ? {} : { capabilities: view.capabilities }),
    ...(view.priced === '' ? {} : { priced: view.priced === 'yes' }),
  };
  return Object.keys(filter).length === 0 ? null : filter;
}
