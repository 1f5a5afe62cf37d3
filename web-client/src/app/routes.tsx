import type { RouteObject } from 'react-router';
import { paths } from '@/config/paths';
import { AuditRoute } from './routes/audit-route';
import { KeysRoute } from './routes/keys-route';
import { LiveRoute } from './routes/live-route';
import { ModelsRoute } from './routes/models-route';
import { NotFoundRoute } from './routes/not-found-route';
import { OverviewRoute } from './routes/overview-route';
import { SignInRoute } from './routes/sign-in-route';
import { UnexpectedErrorRoute } from './routes/unexpected-error-route';
import { SignedIn } from './shell/signed-in';

/** The client's pages. */
export const routes: RouteObject[] = [
  {
    errorElement: <UnexpectedErrorRoute />,
    children: [
      { path: paths.signIn, element: <SignInRoute /> },
      {
        element: <SignedIn />,
        children: [
          { path: paths.overview, element: <OverviewRoute /> },
          { path: paths.live, element: <LiveRoute /> },
          { path: paths.keys, element: <KeysRoute /> },
          { path: paths.models, element: <ModelsRoute /> },
          { path: paths.audit, element: <AuditRoute /> },
          { path: '*', element: <NotFoundRoute /> },
        ],
      },
    ],
  },
];
