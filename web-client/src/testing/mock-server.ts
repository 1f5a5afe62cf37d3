import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Plugin } from 'vite';
import type { OverviewQueryVariables } from '../gql/graphql';
import { calls, overview, session } from './fixtures.ts';

interface GraphqlRequest {
  operationName: string;
  variables: OverviewQueryVariables;
}

function answer(response: ServerResponse, status: number, body?: unknown): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function answerGraphql(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { operationName, variables } = (await json(request)) as GraphqlRequest;
  const data =
    operationName === 'Overview'
      ? overview(variables)
      : { organization: { id: 'organization-1', usage: { events: calls(25, 50, false) } } };
  answer(response, 200, { data });
}

/** Answers in place of the server, for work on the client alone (`npm run dev:mock`); never part of the build. */
export function mockServer(): Plugin {
  let signedIn = true;
  return {
    name: 'tollgate-mock-server',
    configureServer(server) {
      server.middlewares.use('/graphql', (request, response) => void answerGraphql(request, response));
      server.middlewares.use('/session', (request, response) => {
        if (request.method === 'GET') {
          answer(response, signedIn ? 200 : 401, signedIn ? session : { code: 'UNAUTHENTICATED' });
        } else {
          signedIn = request.method === 'POST';
          answer(response, 204);
        }
      });
    },
  };
}
