import type {
  AlertDestinationKind,
  AlertTargetInput,
  CreateAlertDestinationInput,
  UpdateAlertDestinationInput,
} from '@/gql/graphql';
import type { Destination } from '../api/get-destinations';

/** A destination as it is filled in. */
export interface TargetDraft {
  name: string;
  kind: AlertDestinationKind;
  url: string;
  /** Addresses with commas or spaces between them. */
  to: string;
  rotateSecret: boolean;
  reason: string;
}

/** What is wrong, by field. */
export type TargetProblems = Partial<Record<keyof TargetDraft, string>>;

export const newTarget: TargetDraft = {
  name: '',
  kind: 'WEBHOOK',
  url: '',
  to: '',
  rotateSecret: false,
  reason: '',
};

/** Where filling in begins: an address is not told again, so that it is left out unless it is to be another. */
export function targetOf({ name, kind }: Destination): TargetDraft {
  return { ...newTarget, name, kind };
}

/** Finds what is wrong with a draft, in words for the person who filled it in. */
export function targetProblems(draft: TargetDraft, isNew: boolean): TargetProblems {
  const isMail = draft.kind === 'EMAIL';
  return {
    ...(draft.name.trim() === '' ? { name: 'Give it a name.' } : {}),
    ...(isNew && isMail && addresses(draft).length === 0 ? { to: 'At least one address.' } : {}),
    ...(isNew && !isMail && draft.url.trim() === '' ? { url: 'Say where it is.' } : {}),
  };
}

/** The new destination as the API takes it; the draft must be right. */
export function toCreation(draft: TargetDraft): CreateAlertDestinationInput {
  return { name: draft.name.trim(), target: toTarget(draft), ...reasonOf(draft) };
}

/** The change as the API takes it; an address that was left out stays. */
export function toUpdate(draft: TargetDraft, { id, version }: Destination): UpdateAlertDestinationInput {
  const given = draft.kind === 'EMAIL' ? addresses(draft).length > 0 : draft.url.trim() !== '';
  return {
    id,
    expectedVersion: version,
    name: draft.name.trim(),
    ...(given ? { target: toTarget(draft) } : {}),
    ...(draft.rotateSecret ? { rotateSecret: true } : {}),
    ...reasonOf(draft),
  };
}

/** The field of the form that the server's name for it means. */
export function formField(field: string | undefined): keyof TargetDraft | undefined {
  if (field === undefined) {
    return undefined;
  }
  if (field.startsWith('target')) {
    return field.includes('email') ? 'to' : 'url';
  }
  return field === 'name' ? 'name' : undefined;
}

function toTarget(draft: TargetDraft): AlertTargetInput {
  const url = draft.url.trim();
  switch (draft.kind) {
    case 'WEBHOOK':
      return { webhook: { url } };
    case 'SLACK':
      return { slack: { url } };
    case 'EMAIL':
      return { email: { to: addresses(draft) } };
  }
}

function addresses({ to }: TargetDraft): string[] {
  return to.split(/[\s,;]+/).filter((each) => each !== '');
}

function reasonOf({ reason }: TargetDraft) {
  const why = reason.trim();
  return why === '' ? {} : { reason: why };
}
