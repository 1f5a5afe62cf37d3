import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Provider as GraphqlProvider } from 'urql';
import { SessionProvider, useSession } from '@/features/session';
import { createGraphqlClient } from '@/lib/graphql-client';
import { createLiveConnection } from '@/lib/live/connection';
import { LiveConnectionContext } from '@/lib/live/live-context';
import { cssVariables, theme } from './theme';

// The key is also read by public/color-scheme.js, before this code is there.
const colorSchemeManager = localStorageColorSchemeManager({ key: 'tollgate-color-scheme' });

interface Props {
  /** `test` where nothing has a size: menus then open without asking where they fit, and at once. */
  env?: 'default' | 'test';
  children: ReactNode;
}

/** What every page needs around it. */
export function Providers({ env = 'default', children }: Props) {
  return (
    <MantineProvider
      env={env}
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <SessionProvider>
        <GraphqlBySession>{children}</GraphqlBySession>
      </SessionProvider>
    </MantineProvider>
  );
}

// A client of its own for each session and organization: nothing of one is ever shown in another.
function GraphqlBySession({ children }: { children: ReactNode }) {
  const { state } = useSession();
  const whose =
    state.status === 'signed-in' ? `${state.session.email} ${state.session.organization.slug}` : '';
  return <Graphql key={whose}>{children}</Graphql>;
}

function Graphql({ children }: { children: ReactNode }) {
  const { expire } = useSession();
  const [live] = useState(createLiveConnection);
  const [client] = useState(() => createGraphqlClient(live, expire));
  return (
    <LiveConnectionContext value={live}>
      <GraphqlProvider value={client}>{children}</GraphqlProvider>
    </LiveConnectionContext>
  );
}
