import type { CreateOrganizationInput } from '@/gql/graphql';

/** An organization as it is filled in. */
export interface Draft {
  name: string;
  /** Null as long as the one that the name suggests is good enough. */
  slug: string | null;
  timeZone: string;
  ownerEmail: string;
  reason: string;
}

const longest = 40;

/** What a name becomes in addresses; empty when nothing of it can. */
export function suggestedSlug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longest)
    .replace(/-$/, '');
}

/** The slug as it was written, or as the name suggests it. */
export function slugOf({ name, slug }: Draft): string {
  return slug ?? suggestedSlug(name);
}

/** Finds what is wrong with a draft, by field, in words for the person who filled it in. */
export function problemsOf(draft: Draft): Record<string, string> {
  const slug = slugOf(draft).trim();
  const fits = slug.length >= 2 && slug.length <= longest && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug);
  return {
    ...(draft.name.trim() === '' ? { name: 'Give it a name.' } : {}),
    ...(fits ? {} : { slug: '2 to 40 small letters, digits and single hyphens between them.' }),
    ...(draft.timeZone === '' ? { timeZone: 'Choose one.' } : {}),
    ...(draft.ownerEmail.trim() === '' ? { ownerEmail: 'Say whom to invite.' } : {}),
  };
}

/** The draft as the API takes it; its fields must be right. */
export function toInput(draft: Draft): CreateOrganizationInput {
  return {
    name: draft.name.trim(),
    slug: slugOf(draft).trim(),
    timeZone: draft.timeZone,
    ownerEmail: draft.ownerEmail.trim(),
    ...reasonOf(draft.reason),
  };
}

/** A reason that was given, or nothing. */
export function reasonOf(text: string): { reason?: string } {
  return text.trim() === '' ? {} : { reason: text.trim() };
}
