import { Loader } from '@mantine/core';
import { useLocation, useNavigate } from 'react-router';
import { paths } from '@/config/paths';
import { Invitation } from '@/features/links';
import { ProviderButtons, SignInForm, useSession } from '@/features/session';
import { Outside } from '../shell/outside';

export function InvitationRoute() {
  const { state, signOut, refresh } = useSession();
  const { hash } = useLocation();
  const navigate = useNavigate();

  async function enter() {
    await refresh();
    // Not back to a link that has been used.
    await navigate(paths.overview, { replace: true });
  }

  return (
    <Outside title="Invitation" heading="Join on Tollgate">
      {state.status === 'loading' ? (
        <Loader aria-label="Loading" />
      ) : (
        <Invitation
          token={hash.slice(1)}
          signedIn={state.status === 'signed-in' ? state.session : null}
          signInForm={<SignInForm />}
          providers={<ProviderButtons returnTo={paths.overview} invitation={hash.slice(1)} />}
          onSignOut={() => void signOut()}
          onJoined={enter}
        />
      )}
    </Outside>
  );
}
