import { graphql, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type {
  LiveQuery,
  MoreCallsQuery,
  MoreCallsQueryVariables,
  OverviewQuery,
  OverviewQueryVariables,
} from '@/gql/graphql';
import { calls, overview, session } from './fixtures';
import { past } from './live-fixtures';
import { liveHandler } from './live-server';

/** Answers the overview's request. */
export const onOverview = graphql.query<OverviewQuery, OverviewQueryVariables>;

/** Answers the live page's request. */
export const onLive = graphql.query<LiveQuery>;

/** Answers as a server would whose owner is signed in to the demo organization. */
export const server = setupServer(
  http.get('/session', () => HttpResponse.json(session)),
  onOverview('Overview', ({ variables }) => HttpResponse.json({ data: overview(variables) })),
  onLive('Live', () => HttpResponse.json({ data: past() })),
  liveHandler,
  graphql.query<MoreCallsQuery, MoreCallsQueryVariables>('MoreCalls', () =>
    HttpResponse.json({
      data: { organization: { id: 'organization-1', usage: { events: calls(25, 5, false) } } },
    }),
  ),
);

/** Nobody is signed in until the right password is given. */
export function signedOut(password: string): void {
  let signedIn = false;
  server.use(
    http.get('/session', () =>
      signedIn ? HttpResponse.json(session) : HttpResponse.json({ code: 'UNAUTHENTICATED' }, { status: 401 }),
    ),
    http.post('/session', async ({ request }) => {
      const given = (await request.json()) as { password: string };
      signedIn = given.password === password;
      return new HttpResponse(null, { status: signedIn ? 204 : 401 });
    }),
    http.delete('/session', () => {
      signedIn = false;
      return new HttpResponse(null, { status: 204 });
    }),
  );
}
