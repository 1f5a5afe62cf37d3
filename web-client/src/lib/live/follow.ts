import type { AnyVariables, Client, DocumentInput } from 'urql';
import { explain, type Failure } from '../failure';

interface Follower<Data> {
  next: (data: Data) => void;
  /** Called once, when the server has ended the subscription for good. */
  end: (failure: Failure) => void;
}

/** Watches a subscription until the function it answers is called, or the server ends it. */
export function follow<Data, Variables extends AnyVariables>(
  client: Client,
  document: DocumentInput<Data, Variables>,
  variables: Variables,
  { next, end }: Follower<Data>,
): () => void {
  const stream = client.subscription(document, variables).subscribe(({ data, error }) => {
    if (error !== undefined) {
      stream.unsubscribe();
      end(explain(error));
    } else if (data !== undefined && data !== null) {
      next(data);
    }
  });
  return () => stream.unsubscribe();
}
