import { TextInput } from '@mantine/core';
import { SecretInput } from '@/components/secret-input';

/** What the provider gave out and where it is for, as it is filled in. */
export interface SecretDraft {
  secret: string;
  baseUrl: string;
}

interface Props {
  draft: SecretDraft;
  problems: Partial<Record<keyof SecretDraft, string>>;
  /** What an address that is left out means. */
  withoutAddress: string;
  onChange: (draft: SecretDraft) => void;
}

/** Asks for a provider's secret. */
export function SecretFields({ draft, problems, withoutAddress, onChange }: Props) {
  return (
    <>
      <SecretInput
        label="Secret"
        description="It is encrypted, and never shown again."
        // Neither a browser's memory of passwords nor one that fills in.
        autoComplete="off"
        data-1p-ignore
        maxLength={4096}
        value={draft.secret}
        error={problems.secret}
        onChange={(event) => onChange({ ...draft, secret: event.currentTarget.value })}
      />
      <TextInput
        type="url"
        inputMode="url"
        label="Address of the API"
        description={withoutAddress}
        placeholder="https://…"
        autoComplete="off"
        value={draft.baseUrl}
        error={problems.baseUrl}
        onChange={(event) => onChange({ ...draft, baseUrl: event.currentTarget.value })}
      />
    </>
  );
}

/** What is missing of a secret, in words for the person who filled it in. */
export function secretProblems({ secret }: SecretDraft): Partial<Record<keyof SecretDraft, string>> {
  return secret.trim().length < 8 ? { secret: 'At least 8 characters.' } : {};
}

/** The secret as the API takes it; an address that was left out is left to the server. */
export function toSecret({ secret, baseUrl }: SecretDraft) {
  const address = baseUrl.trim();
  return { secret: secret.trim(), ...(address === '' ? {} : { baseUrl: address }) };
}
