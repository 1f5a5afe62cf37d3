import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Connect, Plugin } from 'vite';
import type { OverviewQueryVariables } from '../gql/graphql';
import { dataOfControl } from './mock-control.ts';
import { calls, emptyComparison, overview, session } from './fixtures.ts';
import { past } from './live-fixtures.ts';
import { answerUpgrade, callsPerSecond } from './mock-live.ts';

interface GraphqlRequest {
  operationName: string;
  variables: OverviewQueryVariables;
}

function answer(response: ServerResponse, status: number, body?: unknown): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function dataOf(operationName: string, variables: OverviewQueryVariables): object {
  switch (operationName) {
    case 'Overview':
      return overview(
        variables,
        variables.filter?.model?.[0] === 'no-such-model' ? { comparison: emptyComparison() } : {},
      );
    case 'Live':
      return past(new Date().toISOString(), 60 * callsPerSecond);
    case 'MoreCalls':
      return { organization: { id: 'organization-1', usage: { events: calls(25, 50, false) } } };
    default:
      return dataOfControl(operationName, variables);
  }
}

async function answerGraphql(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.headers.cookie?.includes('mock-session=1') !== true) {
    answer(response, 200, { errors: [{ message: 'Sign in.', extensions: { code: 'UNAUTHENTICATED' } }] });
    return;
  }
  const { operationName, variables } = (await json(request)) as GraphqlRequest;
  answer(response, 200, { data: dataOf(operationName, variables) });
}

async function answerSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') {
    const signedIn = request.headers.cookie?.includes('mock-session=1') === true;
    answer(response, signedIn ? 200 : 401, signedIn ? session : { code: 'UNAUTHENTICATED' });
    return;
  }
  const granted =
    request.method === 'POST' && ((await json(request)) as { password: string }).password === 'password';
  response.setHeader('set-cookie', `mock-session=${granted ? '1' : ''}; HttpOnly; SameSite=Strict; Path=/`);
  answer(response, granted || request.method === 'DELETE' ? 204 : 401);
}

/** Takes whoever comes by a link: whoever joins is signed in, whoever has a new password is not. */
function answerLink(response: ServerResponse, cookie: '1' | ''): void {
  response.setHeader('set-cookie', `mock-session=${cookie}; HttpOnly; SameSite=Strict; Path=/`);
  answer(response, 204);
}

function answerAll(middlewares: Connect.Server): void {
  middlewares.use('/graphql', (request, response) => void answerGraphql(request, response));
  middlewares.use('/session', (request, response) => void answerSession(request, response));
  middlewares.use('/oidc', (_, response) => answer(response, 200, { providers: [] }));
  middlewares.use('/invitations/accept', (_, response) => answerLink(response, '1'));
  middlewares.use('/password/reset', (_, response) => answerLink(response, ''));
}

/** Answers in place of the server, for work on the client alone (`npm run dev:mock`); never part of the build. */
export function mockServer(): Plugin {
  return {
    name: 'tollgate-mock-server',
    configureServer: ({ middlewares, httpServer }) => {
      answerAll(middlewares);
      httpServer?.on('upgrade', answerUpgrade);
    },
    configurePreviewServer: ({ middlewares, httpServer }) => {
      answerAll(middlewares);
      httpServer.on('upgrade', answerUpgrade);
    },
  };
}
