import type { AuditFilter, AuditOutcome } from '@/gql/graphql';
import { isDay, startOfDay } from '@/lib/zoned-time';

/** Which entries the page shows; empty is any. It lives in the address. */
export interface View {
  /** The first and the last day, both included. */
  from: string;
  to: string;
  action: string;
  outcome: AuditOutcome | '';
  /** A global id. */
  actor: string;
  targetType: string;
  targetId: string;
}

const names = ['from', 'to', 'action', 'outcome', 'actor', 'targetType', 'targetId'] as const;

export const everything: View = {
  from: '',
  to: '',
  action: '',
  outcome: '',
  actor: '',
  targetType: '',
  targetId: '',
};

/** Reads the view of an address; what makes no sense is left out. */
export function readView(params: URLSearchParams): View {
  const text = (name: keyof View) => params.get(name)?.trim() ?? '';
  const day = (name: 'from' | 'to') => (isDay(text(name)) ? text(name) : '');
  const outcome = text('outcome');
  return {
    from: day('from'),
    to: day('to'),
    action: text('action'),
    outcome: outcome === 'DONE' || outcome === 'REFUSED' ? outcome : '',
    actor: text('actor'),
    targetType: text('targetType'),
    targetId: text('targetId'),
  };
}

/** Writes the view as an address's parameters, leaving out what is any. */
export function writeView(view: View): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of names) {
    if (view[name] !== '') {
      params.set(name, view[name]);
    }
  }
  return params;
}

/** The address of a view. */
export function viewPath(view: View): string {
  return `?${writeView(view).toString()}`;
}

/** The view as the API asks for it; null for everything. */
export function toAuditFilter(view: View, timeZone: string): AuditFilter | null {
  const filter: AuditFilter = {
    ...(view.from === '' ? {} : { from: startOfDay(view.from, timeZone) }),
    ...(view.to === '' ? {} : { to: startOfDay(view.to, timeZone, 1) }),
    ...(view.action === '' ? {} : { actions: [view.action] }),
    ...(view.outcome === '' ? {} : { outcome: view.outcome }),
    ...(view.actor === '' ? {} : { actor: view.actor }),
    ...(view.targetType === '' ? {} : { targetType: view.targetType }),
    ...(view.targetId === '' ? {} : { targetId: view.targetId }),
  };
  return Object.keys(filter).length === 0 ? null : filter;
}
