import type { Credential, Provider } from '../api/get-providers';

/** The providers without a credential that are looked for: those with the most models first. */
export function othersOf(providers: Provider[], credentials: Credential[], search: string): Provider[] {
  const taken = new Set(credentials.map(({ provider }) => provider.name));
  const wanted = search.trim().toLowerCase();
  return providers
    .filter(({ name }) => !taken.has(name))
    .filter(({ name, label }) => name.includes(wanted) || label.toLowerCase().includes(wanted))
    .sort((a, b) => b.modelCount - a.modelCount);
}
