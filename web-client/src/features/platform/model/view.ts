import type { OrganizationStatus } from '@/gql/graphql';

/** Which organizations the page shows; empty is any. It lives in the address. */
export interface View {
  search: string;
  status: OrganizationStatus | '';
}

/** The view as the API asks for it; null is any. */
export interface Filter {
  search: string | null;
  status: OrganizationStatus | null;
}

/** Each state, in a word. */
export const statusWords: Record<OrganizationStatus, string> = { ACTIVE: 'Active', SUSPENDED: 'Suspended' };

export const everything: View = { search: '', status: '' };

/** Reads the view of an address; what makes no sense is left out. */
export function readView(params: URLSearchParams): View {
  const status = params.get('status') ?? '';
  return { search: params.get('search') ?? '', status: isStatus(status) ? status : '' };
}

/** Writes the view as an address's parameters, leaving out what is any. */
export function writeView(view: View): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of ['search', 'status'] as const) {
    if (view[name] !== '') {
      params.set(name, view[name]);
    }
  }
  return params;
}

export function toFilter({ search, status }: View): Filter {
  return { search: search.trim() === '' ? null : search.trim(), status: status === '' ? null : status };
}

function isStatus(text: string): text is OrganizationStatus {
  return Object.hasOwn(statusWords, text);
}
