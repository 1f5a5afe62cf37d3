import type { Entry } from '../api/get-audit-log';

/** The names that the entries have, each once. */
export function namesIn(entries: Entry[], field: 'action' | 'targetType'): string[] {
  return [...new Set(entries.map((entry) => entry[field]))].sort();
}

/** Whom the entries are by, and who is chosen. */
export function actorsIn(entries: Entry[], chosen: string): { value: string; label: string }[] {
  const names = new Map<string, string>(chosen === '' ? [] : [[chosen, 'The chosen one']]);
  for (const { actorId, actorName } of entries) {
    if (actorId !== null) {
      names.set(actorId, actorName ?? 'No longer there');
    }
  }
  return [...names].map(([value, label]) => ({ value, label }));
}
