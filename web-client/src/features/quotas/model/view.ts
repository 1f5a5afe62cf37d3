import type { QuotaFilter, QuotaScopeType, QuotaStatus } from '@/gql/graphql';
import { scopeWords, statusWords } from './words';

/** Which quotas the page shows; empty is any. It lives in the address. */
export interface View {
  search: string;
  scope: QuotaScopeType | '';
  status: QuotaStatus | '';
}

/** Reads the view of an address; what makes no sense is left out. */
export function readView(params: URLSearchParams): View {
  const scope = params.get('scope') ?? '';
  const status = params.get('status') ?? '';
  return {
    search: params.get('search') ?? '',
    scope: isScope(scope) ? scope : '',
    status: isStatus(status) ? status : '',
  };
}

/** Writes the view as an address's parameters, leaving out what is any. */
export function writeView(view: View): URLSearchParams {
  const given = (['search', 'scope', 'status'] as const).filter((name) => view[name] !== '');
  return new URLSearchParams(given.map((name) => [name, view[name]]));
}

/** The view as the API asks for it; null for all quotas. */
export function toQuotaFilter({ search, scope, status }: View): QuotaFilter | null {
  const text = search.trim();
  const filter: QuotaFilter = {
    ...(text === '' ? {} : { search: text }),
    ...(scope === '' ? {} : { scope: [scope] }),
    ...(status === '' ? {} : { status: [status] }),
  };
  return Object.keys(filter).length === 0 ? null : filter;
}

function isScope(text: string): text is QuotaScopeType {
  return Object.hasOwn(scopeWords, text);
}

function isStatus(text: string): text is QuotaStatus {
  return Object.hasOwn(statusWords, text);
}
