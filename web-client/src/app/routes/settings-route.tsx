import { useSession } from '@/features/session';
import { Settings } from '@/features/settings';
import { useScopes } from '../shell/organization';

export function SettingsRoute() {
  const { refresh, expire } = useSession();
  return <Settings scopes={useScopes()} onChanged={refresh} onSignedOut={expire} />;
}
