import { Autocomplete, Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useClient } from 'urql';
import { Refusal } from '@/components/refusal';
import { useHeldOpen } from '@/components/use-held-open';
import { explainRefusal, refusedField } from '@/lib/failure';
import type { Provider } from '../api/get-providers';
import { sendNew } from '../api/send-secret';
import { budgetProblem, newTerms, toTerms } from '../model/budget';
import { SecretFields, secretProblems, toSecret } from './secret-fields';
import { TermsFields } from './terms-fields';
import { useSending } from './use-sending';

interface Props {
  /** Where there is no credential for yet. */
  providers: Provider[];
  /** The one that was chosen; empty when none was. */
  chosen: string;
  onDone: () => void;
}

/** Asks for a credential, and lets its provider be asked before it is kept. */
export function AddForm({ providers, chosen, onDone }: Props) {
  const client = useClient();
  const { error, sending, send } = useSending();
  const [provider, setProvider] = useState(chosen);
  const [secret, setSecret] = useState({ secret: '', baseUrl: '' });
  const [terms, setTerms] = useState(newTerms);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Record<string, string>>({});

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const budget = budgetProblem(terms);
    const found: Record<string, string> = {
      ...(provider.trim() === '' ? { provider: 'Say which one.' } : {}),
      ...secretProblems(secret),
      ...(budget === undefined ? {} : { monthlyBudget: budget }),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) {
      return;
    }
    const why = reason.trim();
    const input = {
      provider: provider.trim(),
      ...toSecret(secret),
      ...toTerms(terms),
      ...(why === '' ? {} : { reason: why }),
    };
    if (await send(() => sendNew(client, input))) {
      onDone();
    }
  }

  const refused = error === undefined ? null : explainRefusal(error);
  const field = refusedField(error);
  const shown = refused !== null && field !== undefined ? { ...problems, [field]: refused.detail } : problems;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="New credential">
      <Stack gap="md">
        {refused !== null && <Refusal failure={refused} />}
        <Autocomplete
          label="Provider"
          description={
            <>
              As in the events’ <Code>provider</Code>.
            </>
          }
          required
          maxLength={100}
          data-autofocus={chosen === '' || undefined}
          data={providers.map(({ name }) => name)}
          limit={8}
          openOnFocus={false}
          value={provider}
          error={shown['provider']}
          onChange={setProvider}
        />
        <SecretFields
          draft={secret}
          problems={shown}
          withoutAddress="Left empty: where the provider is known to be."
          onChange={setSecret}
        />
        <TermsFields terms={terms} problem={shown['monthlyBudget']} onChange={setTerms} />
        <TextInput
          label="Reason"
          description="For the audit log."
          maxLength={500}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Sending sending={sending} confirm="Check and add" onCancel={onDone} />
      </Stack>
    </form>
  );
}

interface SendingProps {
  sending: boolean;
  confirm: string;
  onCancel: () => void;
}

/** Says that the provider is being asked, which may take some seconds. */
export function Sending({ sending, confirm, onCancel }: SendingProps) {
  useHeldOpen(sending);
  return (
    <Group justify="space-between" gap="sm">
      <Text size="sm" c="dimmed" role="status">
        {sending ? 'The provider is being asked…' : ''}
      </Text>
      <Group gap="sm">
        <Button variant="default" disabled={sending} onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={sending}>
          {confirm}
        </Button>
      </Group>
    </Group>
  );
}
