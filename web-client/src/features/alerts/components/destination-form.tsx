import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useClient, type CombinedError } from 'urql';
import { Refusal } from '@/components/refusal';
import { SecretInput } from '@/components/secret-input';
import { useHeldOpen } from '@/components/use-held-open';
import type { AlertDestinationKind } from '@/gql/graphql';
import { explainRefusal, refusedField } from '@/lib/failure';
import { sendNew, sendUpdate } from '../api/change-destination';
import type { Destination } from '../api/get-destinations';
import {
  formField,
  newTarget,
  targetOf,
  targetProblems,
  toCreation,
  toUpdate,
  type TargetDraft,
  type TargetProblems,
} from '../model/target';
import { kindWords } from '../model/words';

interface Props {
  /** Null for a new one. */
  destination: Destination | null;
  /** Called with the secret that is shown once; null when there is none. */
  onSaved: (secret: string | null) => void;
  onCancel: () => void;
}

/** Asks where alerts are to be delivered. */
export function DestinationForm({ destination, onSaved, onCancel }: Props) {
  const client = useClient();
  const [draft, setDraft] = useState(() => (destination === null ? newTarget : targetOf(destination)));
  const [problems, setProblems] = useState<TargetProblems>({});
  const [error, setError] = useState<CombinedError | undefined>();
  const [sending, setSending] = useState(false);
  useHeldOpen(sending);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const found = targetProblems(draft, destination === null);
    setProblems(found);
    if (Object.keys(found).length > 0) {
      return;
    }
    setSending(true);
    const answer = await (destination === null
      ? sendNew(client, toCreation(draft))
      : sendUpdate(client, toUpdate(draft, destination)));
    setSending(false);
    setError(answer.error);
    if (answer.error === undefined) {
      onSaved(answer.secret);
    }
  }

  const refused = error === undefined ? null : explainRefusal(error);
  const field = formField(refusedField(error));
  const shown = refused !== null && field !== undefined ? { ...problems, [field]: refused.detail } : problems;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="Destination">
      <Stack gap="md">
        {refused !== null && <Refusal failure={refused} />}
        <DestinationFields draft={draft} problems={shown} isNew={destination === null} onChange={setDraft} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" disabled={sending} onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={sending}>
            {destination === null ? 'Add destination' : 'Save'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface FieldsProps {
  draft: TargetDraft;
  problems: TargetProblems;
  isNew: boolean;
  onChange: (draft: TargetDraft) => void;
}

function DestinationFields({ draft, problems, isNew, onChange }: FieldsProps) {
  const text = (field: 'name' | 'url' | 'to' | 'reason') => ({
    autoComplete: 'off',
    value: draft[field],
    error: problems[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [field]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput label="Name" required maxLength={100} data-autofocus {...text('name')} />
      {isNew && (
        <NativeSelect
          label="Kind"
          data={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
          value={draft.kind}
          onChange={(event) =>
            onChange({ ...draft, kind: event.currentTarget.value as AlertDestinationKind, url: '', to: '' })
          }
        />
      )}
      <AddressField draft={draft} isNew={isNew} text={text} />
      {!isNew && draft.kind === 'WEBHOOK' && (
        <Checkbox
          label="Give it a new signing secret"
          description="It counts at once: calls are no longer signed with the present one."
          checked={draft.rotateSecret}
          onChange={(event) => onChange({ ...draft, rotateSecret: event.currentTarget.checked })}
        />
      )}
      <TextInput label="Reason" description="For the audit log." maxLength={500} {...text('reason')} />
    </>
  );
}

interface AddressProps {
  draft: TargetDraft;
  isNew: boolean;
  text: (field: 'url' | 'to') => object;
}

function AddressField({ draft: { kind }, isNew, text }: AddressProps) {
  const stays = isNew ? {} : { description: 'Left empty, it stays as it is.' };
  switch (kind) {
    case 'EMAIL':
      return <TextInput label="Addresses, with commas" required={isNew} {...stays} {...text('to')} />;
    case 'SLACK':
      // The address of a Slack webhook is its secret.
      return (
        <SecretInput label="Address of the Slack webhook" required={isNew} {...stays} {...text('url')} />
      );
    case 'WEBHOOK':
      return (
        <TextInput
          type="url"
          inputMode="url"
          label="Address"
          placeholder="https://…"
          required={isNew}
          {...stays}
          {...text('url')}
        />
      );
  }
}
