import { Alert, Button, Divider, Stack } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { leaveFor } from '@/lib/leave-for';
import { beginOidc, fetchProviders, OidcError, type OidcProvider } from '../api/oidc-api';

interface Props {
  /** The page to go on to. */
  returnTo: string;
  /** The secret of the invitation that is followed. */
  invitation?: string;
}

/** A button for each provider that people may sign in with; nothing where there is none. */
export function ProviderButtons({ returnTo, invitation }: Props) {
  const [providers, setProviders] = useState<OidcProvider[]>([]);
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    let current = true;
    void fetchProviders().then((found) => {
      if (current) {
        setProviders(found);
      }
    });
    return () => {
      current = false;
    };
  }, []);

  useEffect(() => {
    // Back from the provider, the browser may show this page as it was left.
    const shown = ({ persisted }: PageTransitionEvent) => {
      if (persisted) {
        setBusy(null);
      }
    };
    window.addEventListener('pageshow', shown);
    return () => window.removeEventListener('pageshow', shown);
  }, []);

  async function begin(provider: OidcProvider) {
    setBusy(provider.name);
    setFailure(null);
    try {
      leaveFor(await beginOidc(provider, { returnTo, ...(invitation === undefined ? {} : { invitation }) }));
    } catch (error) {
      setFailure(error instanceof OidcError ? error.message : 'Something went wrong. Try again.');
      setBusy(null);
    }
  }

  if (providers.length === 0) {
    return null;
  }
  return (
    <Stack gap="sm" mt="md">
      <Divider label="or" />
      {failure !== null && (
        <Alert color="red" variant="light" role="alert" icon={<IconAlertCircle />}>
          {failure}
        </Alert>
      )}
      {providers.map((provider) => (
        <Button
          key={provider.name}
          variant="default"
          fullWidth
          loading={busy === provider.name}
          disabled={busy !== null && busy !== provider.name}
          onClick={() => void begin(provider)}
        >
          Continue with {provider.label}
        </Button>
      ))}
    </Stack>
  );
}
