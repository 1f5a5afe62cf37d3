import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useMemo, useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { Refusal } from '@/components/refusal';
import { useHeldOpen } from '@/components/use-held-open';
import { createOrganization } from '../api/create-organization';
import type { OwnerInvitation } from '../api/invite-owner';
import { problemsOf, slugOf, toInput, type Draft } from '../model/draft';
import { refusedBy } from '../model/refused';
import { timeZoneNames } from '../model/time-zones';

interface Props {
  /** The one that is proposed. */
  timeZone: string;
  onCreated: (invitation: OwnerInvitation) => void;
  onCancel: () => void;
}

/** Asks for what a new organization is to be, and for whom. */
export function CreateForm({ timeZone, onCreated, onCancel }: Props) {
  const [{ error, fetching }, create] = useMutation(createOrganization);
  useHeldOpen(fetching);
  const zones = useMemo(() => timeZoneNames(timeZone), [timeZone]);
  const [draft, setDraft] = useState<Draft>({ name: '', slug: null, timeZone, ownerEmail: '', reason: '' });
  const [problems, setProblems] = useState<Record<string, string>>({});

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const found = problemsOf(draft);
    setProblems(found);
    if (Object.keys(found).length > 0) {
      return;
    }
    const { data } = await create({ input: toInput(draft) });
    const invitation = data?.createOrganization.invitation;
    if (invitation !== undefined) {
      onCreated(invitation);
    }
  }

  const refused = refusedBy(error, { CONFLICT: 'slug' });
  const shown =
    refused?.field === undefined ? problems : { ...problems, [refused.field]: refused.failure.detail };
  const field = (name: Exclude<keyof Draft, 'timeZone'>) => ({
    autoComplete: 'off',
    value: draft[name] ?? slugOf(draft),
    error: shown[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
  });

  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="New organization">
      <Stack gap="md">
        {refused !== null && <Refusal failure={refused.failure} />}
        <TextInput label="Name" required maxLength={100} data-autofocus {...field('name')} />
        <TextInput
          label="Slug"
          description="Its short name in addresses. It stays."
          required
          maxLength={40}
          autoCapitalize="none"
          spellCheck={false}
          {...field('slug')}
        />
        <Select
          label="Time zone"
          description="Whose days, weeks and months its numbers follow. It stays."
          required
          searchable
          allowDeselect={false}
          nothingFoundMessage="There is no such time zone"
          // Hundreds of options would be drawn anew with every letter that is typed anywhere in the form.
          comboboxProps={{ keepMounted: false }}
          data={zones}
          value={draft.timeZone}
          error={shown['timeZone']}
          onChange={(zone) => setDraft({ ...draft, timeZone: zone ?? '' })}
        />
        <TextInput
          type="email"
          label="Email of its owner"
          description="The link by which they join is shown next."
          required
          {...field('ownerEmail')}
        />
        <TextInput label="Reason" description="For the audit log." maxLength={500} {...field('reason')} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" disabled={fetching} onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={fetching}>
            Create organization
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
