import { Navigate, useSearchParams } from 'react-router';
import { safeReturnTo } from '@/config/paths';
import { SignInForm, useSession } from '@/features/session';
import { Outside } from '../shell/outside';

export function SignInRoute() {
  const { state } = useSession();
  const [params] = useSearchParams();
  if (state.status === 'signed-in') {
    return <Navigate to={safeReturnTo(params.get('returnTo'))} replace />;
  }
  return (
    <Outside title="Sign in" heading="Sign in to Tollgate">
      <SignInForm />
    </Outside>
  );
}
