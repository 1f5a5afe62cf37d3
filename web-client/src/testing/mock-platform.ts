import type {
  CreateOrganizationMutationVariables,
  InviteOrganizationOwnerMutationVariables,
  PlatformQueryVariables,
} from '../gql/graphql';
import { acme, createdOrganization, leaky, ownerLink, pat, platformPage } from './platform-fixtures.ts';

/** Answers the page of the platform; null when it is not asked. */
export function dataOfPlatform(operationName: string, variables: unknown): object | null {
  switch (operationName) {
    case 'Platform':
      return platformPage(variables as PlatformQueryVariables);
    case 'CreateOrganization':
      return createdOrganization(variables as CreateOrganizationMutationVariables);
    case 'InviteOrganizationOwner': {
      const { email } = (variables as InviteOrganizationOwnerMutationVariables).input;
      return { inviteOrganizationOwner: { invitation: ownerLink(email) } };
    }
    case 'SuspendOrganization': {
      const { suspensionReason } = leaky;
      const suspended = { status: 'SUSPENDED', suspendedAt: new Date().toISOString(), suspensionReason };
      return { suspendOrganization: { organization: { ...acme, ...suspended } } };
    }
    case 'ResumeOrganization': {
      const active = { status: 'ACTIVE', suspendedAt: null, suspensionReason: null };
      return { resumeOrganization: { organization: { ...leaky, ...active } } };
    }
    case 'GrantOperator':
      return { grantOperator: { user: pat } };
    case 'RevokeOperator':
      return { revokeOperator: { user: { id: pat.id } } };
    default:
      return null;
  }
}
