import { Button } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { paths } from '@/config/paths';
import { PasswordReset } from '@/features/links';
import { useSession } from '@/features/session';
import { Outside } from '../shell/outside';

export function ResetPasswordRoute() {
  const { expire } = useSession();
  const { hash } = useLocation();
  return (
    <Outside title="New password" heading="Set a new password">
      <PasswordReset
        token={hash.slice(1)}
        toSignIn={
          <Button component={Link} to={paths.signIn} replace fullWidth onClick={expire}>
            Sign in
          </Button>
        }
      />
    </Outside>
  );
}
