import { useOutletContext } from 'react-router';
import type { Session } from '@/features/session';

/** The organization of the session that the surrounding shell has made sure of. */
export function useOrganization(): Session['organization'] {
  return useOutletContext<Session>().organization;
}

/** What the person signed in may do there. */
export function useScopes(): Session['scopes'] {
  return useOutletContext<Session>().scopes;
}

/** Whether they are a platform operator. */
export function useOperator(): Session['operator'] {
  return useOutletContext<Session>().operator;
}

/** How they want pages to look. */
export function usePreferences(): Session['preferences'] {
  return useOutletContext<Session>().preferences;
}
