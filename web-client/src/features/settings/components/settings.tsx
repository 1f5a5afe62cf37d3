import { SimpleGrid, Stack } from '@mantine/core';
import { FailurePanel } from '@/components/failure-panel';
import { PageHead } from '@/components/page-head';
import { TablePlaceholder } from '@/components/table-placeholder';
import type { ApiKeyScope } from '@/gql/graphql';
import { explain } from '@/lib/failure';
import { allows } from '@/lib/scopes';
import { useSettings } from '../api/get-settings';
import { OrganizationPanel } from './organization-panel';
import { OrganizationsPanel } from './organizations-panel';
import { PasswordPanel } from './password-panel';
import { PreferencesPanel } from './preferences-panel';
import { ProfilePanel } from './profile-panel';
import { SessionsPanel } from './sessions-panel';

interface Props {
  /** What the viewer may do. */
  scopes: ApiKeyScope[];
  /** The language by which numbers and dates are written for the viewer; null: the browser's. */
  locale: string | null;
  /** Called when the session says something else than before. */
  onChanged: () => Promise<void>;
  onSignedOut: () => void;
}

/** What somebody can set about themselves, and about the organization as far as they may. */
export function Settings({ scopes, locale, onChanged, onSignedOut }: Props) {
  const [{ data, error }, execute] = useSettings();
  const viewer = data?.viewer;
  return (
    <Stack gap="md">
      <PageHead title="Settings">About you, and about the organization.</PageHead>
      {error !== undefined && viewer === undefined ? (
        <FailurePanel failure={explain(error)} onRetry={() => execute({ requestPolicy: 'network-only' })} />
      ) : viewer === undefined ? (
        <TablePlaceholder />
      ) : (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          {viewer.user !== null && <ProfilePanel user={viewer.user} onChanged={onChanged} />}
          <OrganizationPanel
            organization={viewer.organization}
            role={viewer.role}
            mayChange={allows(scopes, 'CONTROL_WRITE')}
            onChanged={onChanged}
          />
          <PreferencesPanel locale={locale} onChanged={onChanged} />
          <PasswordPanel email={viewer.user?.email ?? ''} />
          {viewer.organizations.length > 1 && (
            <OrganizationsPanel
              organizations={viewer.organizations}
              current={viewer.organization.id}
              onChanged={onChanged}
            />
          )}
          <SessionsPanel onSignedOut={onSignedOut} />
        </SimpleGrid>
      )}
    </Stack>
  );
}
