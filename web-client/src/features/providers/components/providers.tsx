import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useClient } from 'urql';
import { EmptyPanel } from '@/components/empty-panel';
import { FailurePanel } from '@/components/failure-panel';
import { PageHead } from '@/components/page-head';
import { Refusal } from '@/components/refusal';
import { TablePlaceholder } from '@/components/table-placeholder';
import type { ApiKeyScope } from '@/gql/graphql';
import { explain } from '@/lib/failure';
import { allows } from '@/lib/scopes';
import { ownId, useOptimisticRows } from '@/lib/use-optimistic-rows';
import { sendUpdate, sendValidation } from '../api/change-credential';
import { useProviders, type Credential } from '../api/get-providers';
import { switched } from '../model/budget';
import { othersOf } from '../model/others';
import { CredentialCard } from './credential-card';
import { CredentialDialogs, type Opened } from './credential-dialogs';
import { OtherProviders } from './other-providers';
import classes from './providers.module.css';

interface Props {
  timeZone: string;
  /** What the viewer may do. */
  scopes: ApiKeyScope[];
}

/** With what calls are made at AI providers, and at which others they could be. */
export function Providers({ timeZone, scopes }: Props) {
  const client = useClient();
  const [now] = useState(() => Date.now());
  const [params, setParams] = useSearchParams();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [validating, setValidating] = useState<ReadonlySet<string>>(new Set());
  const [{ data, error }, execute] = useProviders();
  const credentials = data?.organization.providerCredentials;
  const optimistic = useOptimisticRows(credentials ?? [], ownId);
  const mayChange = allows(scopes, 'CONTROL_WRITE');
  const search = params.get('search') ?? '';

  function validate(credential: Credential) {
    const { id } = credential;
    setValidating((known) => new Set(known).add(id));
    // What is shown stays as it is until the provider has said something.
    optimistic.change(credential, async () => {
      const answer = await sendValidation(client, id);
      setValidating((known) => new Set([...known].filter((each) => each !== id)));
      return answer;
    });
  }

  function toggle(credential: Credential) {
    const active = credential.status !== 'ACTIVE';
    const { id, version } = credential;
    optimistic.change(switched(credential, active), () =>
      sendUpdate(client, { id, expectedVersion: version, status: active ? 'ACTIVE' : 'DISABLED' }),
    );
  }

  const all = data?.providers.nodes ?? [];
  return (
    <Stack gap="md">
      <PageHead
        title="Providers"
        actions={
          mayChange && (
            <Button
              leftSection={<IconPlus size={16} aria-hidden="true" />}
              onClick={() => setOpened({ kind: 'add', provider: '' })}
            >
              Add credential
            </Button>
          )
        }
      >
        With what calls are made at AI providers, and what they may cost.
      </PageHead>
      {optimistic.failure !== null && <Refusal failure={optimistic.failure} onClose={optimistic.dismiss} />}
      {error !== undefined && credentials === undefined ? (
        <FailurePanel failure={explain(error)} onRetry={() => execute({ requestPolicy: 'network-only' })} />
      ) : credentials === undefined ? (
        <TablePlaceholder />
      ) : (
        <>
          {optimistic.rows.length === 0 ? (
            <EmptyPanel title="There are no credentials yet">
              <Text c="dimmed" ta="center">
                Tollgate makes no calls at a provider before it has one.
              </Text>
            </EmptyPanel>
          ) : (
            <ul className={classes['cards']} aria-label="Credentials">
              {optimistic.rows.map((credential) => (
                <CredentialCard
                  key={credential.id}
                  credential={credential}
                  timeZone={timeZone}
                  now={now}
                  mayChange={mayChange}
                  validating={validating.has(credential.id)}
                  onValidate={() => validate(credential)}
                  onSwitch={() => toggle(credential)}
                  onOpen={(kind) => setOpened({ kind, credential })}
                />
              ))}
            </ul>
          )}
          <OtherProviders
            providers={othersOf(all, optimistic.rows, search)}
            search={search}
            onSearch={(text) => setParams(text === '' ? {} : { search: text }, { replace: true })}
            onAdd={mayChange ? ({ name }) => setOpened({ kind: 'add', provider: name }) : undefined}
          />
        </>
      )}
      <CredentialDialogs
        opened={opened}
        providers={othersOf(all, optimistic.rows, '')}
        optimistic={optimistic}
        onClose={() => setOpened(null)}
      />
    </Stack>
  );
}
