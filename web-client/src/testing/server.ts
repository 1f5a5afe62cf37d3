import { graphql, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type {
  AlertDestinationsQuery,
  AlertRulesQuery,
  AlertsQuery,
  AlertsQueryVariables,
  ApiKeyScope,
  ApiKeysQuery,
  ApiKeysQueryVariables,
  AuditLogQuery,
  AuditLogQueryVariables,
  FeaturesQuery,
  FeaturesQueryVariables,
  LiveQuery,
  MembersQuery,
  ModelsQuery,
  ModelsQueryVariables,
  MoreCallsQuery,
  MoreCallsQueryVariables,
  OverviewQuery,
  OverviewQueryVariables,
  PlatformQuery,
  PlatformQueryVariables,
  ProvidersQuery,
  QuotasQuery,
  QuotasQueryVariables,
  UnitsQuery,
} from '@/gql/graphql';
import { calls, overview, session } from './fixtures';
import { past } from './live-fixtures';
import { liveHandler } from './live-server';
import { dataOfControl } from './mock-control';

/** Answers the overview's request. */
export const onOverview = graphql.query<OverviewQuery, OverviewQueryVariables>;

/** Answers the live page's request. */
export const onLive = graphql.query<LiveQuery>;

/** Answers the requests of the pages that control in another way than the mock. */
export const onApiKeys = graphql.query<ApiKeysQuery, ApiKeysQueryVariables>;
export const onAuditLog = graphql.query<AuditLogQuery, AuditLogQueryVariables>;
export const onFeatures = graphql.query<FeaturesQuery, FeaturesQueryVariables>;
export const onQuotas = graphql.query<QuotasQuery, QuotasQueryVariables>;
export const onAlerts = graphql.query<AlertsQuery, AlertsQueryVariables>;
export const onAlertRules = graphql.query<AlertRulesQuery>;
export const onAlertDestinations = graphql.query<AlertDestinationsQuery>;
export const onProviders = graphql.query<ProvidersQuery>;
export const onMembers = graphql.query<MembersQuery>;
export const onUnits = graphql.query<UnitsQuery>;
export const onPlatform = graphql.query<PlatformQuery, PlatformQueryVariables>;
export const onModels = graphql.query<ModelsQuery, ModelsQueryVariables>;

/** Answers as a server would whose owner is signed in to the demo organization. */
export const server = setupServer(
  http.get('/session', () => HttpResponse.json(session)),
  http.get('/oidc', () => HttpResponse.json({ providers: [] })),
  onOverview('Overview', ({ variables }) => HttpResponse.json({ data: overview(variables) })),
  onLive('Live', () => HttpResponse.json({ data: past() })),
  liveHandler,
  graphql.query<MoreCallsQuery, MoreCallsQueryVariables>('MoreCalls', () =>
    HttpResponse.json({
      data: { organization: { id: 'organization-1', usage: { events: calls(25, 5, false) } } },
    }),
  ),
  graphql.operation(({ operationName, variables }) =>
    HttpResponse.json({ data: dataOfControl(operationName, variables) }),
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

/** People may sign in with these providers. */
export function providers(...labels: string[]): void {
  server.use(
    http.get('/oidc', () =>
      HttpResponse.json({ providers: labels.map((label) => ({ name: label.toLowerCase(), label })) }),
    ),
  );
}

/** Only these things may be done by whoever is signed in, who is no operator. */
export function signedInWith(scopes: ApiKeyScope[]): void {
  server.use(http.get('/session', () => HttpResponse.json({ ...session, scopes, operator: false })));
}

/** An answer that refuses what was asked. */
export function refusal(code: string, message: string, field?: string): HttpResponse<RefusalBody> {
  return HttpResponse.json({ data: null, errors: [{ message, extensions: { code, field } }] });
}

interface RefusalBody {
  data: null;
  errors: { message: string; extensions: { code: string; field: string | undefined } }[];
}
