import { useOutletContext } from 'react-router';
import type { Session } from '@/features/session';

/** The organization of the session that the surrounding shell has made sure of. */
export function useOrganization(): Session['organization'] {
  return useOutletContext<Session>().organization;
}
