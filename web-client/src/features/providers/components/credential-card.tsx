import { Button, Group, Paper, Title } from '@mantine/core';
import { useId } from 'react';
import { Moment } from '@/components/moment';
import { Pill } from '@/components/pill';
import type { Credential } from '../api/get-providers';
import { sourceWords, statusOf } from '../model/words';
import { Budget } from './budget';
import type { CredentialAction } from './credential-dialogs';
import classes from './providers.module.css';
import { Traits } from './traits';

interface Props {
  credential: Credential;
  timeZone: string;
  now: number;
  mayChange: boolean;
  /** Whether the provider is being asked about the secret. */
  validating: boolean;
  onValidate: () => void;
  onSwitch: () => void;
  onOpen: (action: CredentialAction) => void;
}

/** With what calls are made at a provider, what they cost, and what can be done about it. */
export function CredentialCard({ credential, mayChange, ...props }: Props) {
  const id = useId();
  const { provider } = credential;
  const status = statusOf(credential);
  return (
    <Paper withBorder p="md" component="li" aria-labelledby={id} className={classes['card']}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <div className={classes['about']}>
          <Title order={2} size="h5" id={id}>
            {provider.label}
          </Title>
          <Traits provider={provider} />
        </div>
        <Pill tone={status.tone}>{status.text}</Pill>
      </Group>
      <Budget credential={credential} />
      <Facts credential={credential} timeZone={props.timeZone} now={props.now} />
      {mayChange && <Actions credential={credential} {...props} />}
    </Paper>
  );
}

function Facts({ credential, timeZone, now }: Pick<Props, 'credential' | 'timeZone' | 'now'>) {
  const { source, baseUrl, secretVersion, previousSecretUntil, validatedAt } = credential;
  return (
    <dl className={classes['facts']}>
      <dt>Paid by</dt>
      <dd>{sourceWords[source]}</dd>
      <dt>Address</dt>
      <dd>{baseUrl}</dd>
      <dt>Secret</dt>
      <dd>
        {secretVersion === 1 ? 'The first one' : `Number ${secretVersion}`}
        {previousSecretUntil !== null && Date.parse(previousSecretUntil) > now && (
          <>
            , the earlier one until <Moment at={previousSecretUntil} timeZone={timeZone} format="minute" />
          </>
        )}
      </dd>
      <dt>Accepted</dt>
      <dd>
        <Moment at={validatedAt} timeZone={timeZone} format="minute" />
      </dd>
    </dl>
  );
}

function Actions({ credential, ...props }: Omit<Props, 'mayChange' | 'timeZone' | 'now'>) {
  const { provider, status } = credential;
  const button = (label: string, act: () => void, loading = false) => (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={`${label} ${provider.label}`}
      loading={loading}
      onClick={act}
    >
      {label}
    </Button>
  );
  return (
    <Group gap={6} mt="auto" justify="flex-end">
      {button('Validate', props.onValidate, props.validating)}
      {button('Rotate', () => props.onOpen('rotate'))}
      {button('Budget', () => props.onOpen('edit'))}
      {button(status === 'ACTIVE' ? 'Disable' : 'Enable', props.onSwitch)}
      {button('Remove', () => props.onOpen('remove'))}
    </Group>
  );
}
