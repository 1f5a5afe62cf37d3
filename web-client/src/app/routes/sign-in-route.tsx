import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { Navigate, useSearchParams } from 'react-router';
import { safeReturnTo } from '@/config/paths';
import { oidcRefusal, ProviderButtons, SignInForm, useSession } from '@/features/session';
import { Outside } from '../shell/outside';

export function SignInRoute() {
  const { state } = useSession();
  const [params] = useSearchParams();
  const returnTo = safeReturnTo(params.get('returnTo'));
  const refusal = oidcRefusal(params.get('error'));
  if (state.status === 'signed-in') {
    return <Navigate to={returnTo} replace />;
  }
  return (
    <Outside title="Sign in" heading="Sign in to Tollgate">
      {refusal !== null && (
        <Alert color="red" variant="light" role="alert" icon={<IconAlertCircle />} mb="md">
          {refusal}
        </Alert>
      )}
      <SignInForm />
      <ProviderButtons returnTo={returnTo} />
    </Outside>
  );
}
