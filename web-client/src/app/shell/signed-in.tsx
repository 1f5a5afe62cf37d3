import { Center, Loader } from '@mantine/core';
import { Navigate, Outlet, useLocation } from 'react-router';
import { FailurePanel } from '@/components/failure-panel';
import { signInPath } from '@/config/paths';
import { useSession } from '@/features/session';
import { Shell } from './shell';

const unreachable = {
  title: 'Tollgate cannot be reached',
  detail: 'Check the connection, then try again.',
  code: 'NETWORK',
  reference: undefined,
};

/** Lets only signed-in people through; others sign in first and come back to where they wanted to go. */
export function SignedIn() {
  const { state, reload } = useSession();
  const { pathname, search, hash } = useLocation();
  switch (state.status) {
    case 'loading':
      return (
        <Center mih="100dvh">
          <Loader aria-label="Loading" />
        </Center>
      );
    case 'unreachable':
      return (
        <Center mih="100dvh" p="md" component="main">
          <FailurePanel failure={unreachable} onRetry={reload} />
        </Center>
      );
    case 'signed-out':
      return <Navigate to={signInPath(pathname + search + hash)} replace />;
    case 'signed-in':
      return (
        <Shell session={state.session}>
          <Outlet context={state.session} />
        </Shell>
      );
  }
}
