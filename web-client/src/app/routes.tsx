import type { RouteObject } from 'react-router';
import { paths } from '@/config/paths';
import { AlertsRoute } from './routes/alerts-route';
import { AuditRoute } from './routes/audit-route';
import { FeaturesRoute } from './routes/features-route';
import { InvitationRoute } from './routes/invitation-route';
import { KeysRoute } from './routes/keys-route';
import { LiveRoute } from './routes/live-route';
import { MembersRoute } from './routes/members-route';
import { ModelsRoute } from './routes/models-route';
import { NotFoundRoute } from './routes/not-found-route';
import { OverviewRoute } from './routes/overview-route';
import { PlatformRoute } from './routes/platform-route';
import { ProvidersRoute } from './routes/providers-route';
import { QuotasRoute } from './routes/quotas-route';
import { ResetPasswordRoute } from './routes/reset-password-route';
import { SettingsRoute } from './routes/settings-route';
import { SignInRoute } from './routes/sign-in-route';
import { UnexpectedErrorRoute } from './routes/unexpected-error-route';
import { SignedIn } from './shell/signed-in';

/** The client's pages. */
export const routes: RouteObject[] = [
  {
    errorElement: <UnexpectedErrorRoute />,
    children: [
      { path: paths.signIn, element: <SignInRoute /> },
      { path: paths.invitation, element: <InvitationRoute /> },
      { path: paths.resetPassword, element: <ResetPasswordRoute /> },
      {
        element: <SignedIn />,
        children: [
          { path: paths.overview, element: <OverviewRoute /> },
          { path: paths.live, element: <LiveRoute /> },
          { path: paths.features, element: <FeaturesRoute /> },
          { path: paths.quotas, element: <QuotasRoute /> },
          { path: paths.alerts, element: <AlertsRoute /> },
          { path: paths.keys, element: <KeysRoute /> },
          { path: paths.providers, element: <ProvidersRoute /> },
          { path: paths.models, element: <ModelsRoute /> },
          { path: paths.members, element: <MembersRoute /> },
          { path: paths.audit, element: <AuditRoute /> },
          { path: paths.platform, element: <PlatformRoute /> },
          { path: paths.settings, element: <SettingsRoute /> },
          { path: '*', element: <NotFoundRoute /> },
        ],
      },
    ],
  },
];
