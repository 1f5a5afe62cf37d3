import { Center, Group, Paper, Stack, Title } from '@mantine/core';
import { Navigate, useSearchParams } from 'react-router';
import { safeReturnTo } from '@/config/paths';
import { SignInForm, useSession } from '@/features/session';
import { Logo } from '../shell/logo';

export function SignInRoute() {
  const { state } = useSession();
  const [params] = useSearchParams();
  if (state.status === 'signed-in') {
    return <Navigate to={safeReturnTo(params.get('returnTo'))} replace />;
  }
  return (
    <Center component="main" mih="100dvh" p="md">
      <title>Sign in · Tollgate</title>
      <Stack w="100%" maw={380} gap="lg" pb={60}>
        <Group gap="sm" justify="center">
          <Logo size={32} />
          <Title order={1} size="h3">
            Sign in to Tollgate
          </Title>
        </Group>
        <Paper withBorder p="lg">
          <SignInForm />
        </Paper>
      </Stack>
    </Center>
  );
}
