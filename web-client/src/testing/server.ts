import { graphql, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type {
  ApiKeyScope,
  ApiKeysQuery,
  ApiKeysQueryVariables,
  AuditLogQuery,
  AuditLogQueryVariables,
  LiveQuery,
  ModelPricesQuery,
  ModelsQuery,
  ModelsQueryVariables,
  MoreCallsQuery,
  MoreCallsQueryVariables,
  OverviewQuery,
  OverviewQueryVariables,
} from '@/gql/graphql';
import { apiKeysPage, auditLogPage, modelPrices, modelsPage } from './control-fixtures';
import { calls, overview, session } from './fixtures';
import { past } from './live-fixtures';
import { liveHandler } from './live-server';

/** Answers the overview's request. */
export const onOverview = graphql.query<OverviewQuery, OverviewQueryVariables>;

/** Answers the live page's request. */
export const onLive = graphql.query<LiveQuery>;

/** Answers the requests of the pages that control. */
export const onApiKeys = graphql.query<ApiKeysQuery, ApiKeysQueryVariables>;
export const onAuditLog = graphql.query<AuditLogQuery, AuditLogQueryVariables>;
export const onModels = graphql.query<ModelsQuery, ModelsQueryVariables>;

/** Answers as a server would whose owner is signed in to the demo organization. */
export const server = setupServer(
  http.get('/session', () => HttpResponse.json(session)),
  onOverview('Overview', ({ variables }) => HttpResponse.json({ data: overview(variables) })),
  onLive('Live', () => HttpResponse.json({ data: past() })),
  onApiKeys('ApiKeys', ({ variables }) => HttpResponse.json({ data: apiKeysPage(variables.after) })),
  onAuditLog('AuditLog', ({ variables }) => HttpResponse.json({ data: auditLogPage(variables) })),
  onModels('Models', ({ variables }) => HttpResponse.json({ data: modelsPage(variables) })),
  graphql.query<ModelPricesQuery>('ModelPrices', () => HttpResponse.json({ data: modelPrices })),
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

/** Only these things may be done by whoever is signed in. */
export function signedInWith(scopes: ApiKeyScope[]): void {
  server.use(http.get('/session', () => HttpResponse.json({ ...session, scopes })));
}

/** An answer that refuses what was asked. */
export function refusal(code: string, message: string, field?: string): HttpResponse<RefusalBody> {
  return HttpResponse.json({ data: null, errors: [{ message, extensions: { code, field } }] });
}

interface RefusalBody {
  data: null;
  errors: { message: string; extensions: { code: string; field: string | undefined } }[];
}
