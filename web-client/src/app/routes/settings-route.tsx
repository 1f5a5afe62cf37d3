import { useSession } from '@/features/session';
import { Settings } from '@/features/settings';
import { usePreferences, useScopes } from '../shell/organization';

export function SettingsRoute() {
  const { refresh, expire } = useSession();
  return (
    <Settings
      scopes={useScopes()}
      locale={usePreferences().locale}
      onChanged={refresh}
      onSignedOut={expire}
    />
  );
}
