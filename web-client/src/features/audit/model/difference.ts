/** A field that is not what it was; null where there was or is none. */
export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

/** The fields that differ, in the order in which they come. */
export function difference(before: unknown, after: unknown): FieldChange[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
    .filter((change) => change.before !== change.after);
}

function fieldsOf(value: unknown): Map<string, string | null> {
  if (value === null || value === undefined) {
    return new Map();
  }
  const fields: [string, unknown][] =
    typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [['value', value]];
  return new Map(fields.map(([field, content]) => [field, write(content)]));
}

function write(value: unknown): string | null {
  return value === null || typeof value === 'string' ? value : JSON.stringify(value);
}
