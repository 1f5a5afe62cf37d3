interface Call {
  query: string;
  operationName?: string | null;
  variables?: unknown;
}

/** Sends an operation with the browser's session, or with the headers that were typed in. */
export async function ask(
  call: Call,
  options?: { headers?: Record<string, string> },
): Promise<Record<string, unknown>> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/graphql-response+json',
      ...options?.headers,
    },
    body: JSON.stringify(call),
  });
  return (await response.json()) as Record<string, unknown>;
}
