import type {
  ApiKeysQueryVariables,
  AuditLogQueryVariables,
  CreateApiKeyMutationVariables,
  CreateQuotaMutationVariables,
  FeaturePreviewQueryVariables,
  FeaturesQueryVariables,
  InviteMemberMutationVariables,
  KeyChoicesQueryVariables,
  ModelsQueryVariables,
  QuotasQueryVariables,
  SetFeatureMutationVariables,
  UpdateProviderCredentialMutationVariables,
} from '../gql/graphql';
import {
  apiKeysPage,
  auditLogPage,
  createdKey,
  gpt,
  modelPrices,
  modelsPage,
  production,
  rotatedKey,
  verified,
} from './control-fixtures.ts';
import { dataOfAlerts } from './mock-alerts.ts';
import { dataOfPlatform } from './mock-platform.ts';
import { featurePreview, featuresPage, setFeature } from './feature-fixtures.ts';
import { invited, membersPage, otto, settings, units } from './people-fixtures.ts';
import { openaiCredential, providersPage, updatedCredential } from './provider-fixtures.ts';
import {
  createdQuota,
  keyChoices,
  quotaChoices,
  quotaHistory,
  quotasPage,
  searchQuota,
} from './quota-fixtures.ts';

/** Answers the pages that control; what is changed there is forgotten at once. */
export function dataOfControl(operationName: string, variables: unknown): object {
  switch (operationName) {
    case 'ApiKeys':
      return apiKeysPage((variables as ApiKeysQueryVariables).after);
    case 'CreateApiKey':
      return createdKey(variables as CreateApiKeyMutationVariables);
    case 'RevokeApiKey':
      return { revokeApiKey: { apiKey: { ...production, revokedAt: new Date().toISOString() } } };
    case 'RotateApiKey':
      return rotatedKey();
    case 'AuditLog':
      return auditLogPage(variables as AuditLogQueryVariables);
    case 'VerifyAuditLog':
      return verified;
    case 'Models':
      return modelsPage(variables as ModelsQueryVariables);
    case 'ModelPrices':
      return modelPrices;
    case 'OverridePrice':
      return { overridePrice: { model: gpt, price: { revision: 1 } } };
    case 'RestorePrice':
      return { restorePrice: { model: gpt } };
    case 'Reprice':
      return { reprice: { examined: 1200, repriced: 7, costDifference: -3.25 } };
    case 'Features':
      return featuresPage(variables as FeaturesQueryVariables);
    case 'FeaturePreview':
      return featurePreview(variables as FeaturePreviewQueryVariables);
    case 'SetFeature':
      return setFeature(variables as SetFeatureMutationVariables);
    case 'Quotas':
      return quotasPage(variables as QuotasQueryVariables);
    case 'QuotaChoices':
    case 'QuotaNames':
      return quotaChoices;
    case 'KeyChoices':
      return keyChoices(variables as KeyChoicesQueryVariables);
    case 'QuotaHistory':
      return quotaHistory;
    case 'CreateQuota':
      return createdQuota(variables as CreateQuotaMutationVariables);
    case 'UpdateQuota':
      return { updateQuota: { quota: searchQuota } };
    case 'OverrideQuota':
      return { overrideQuota: { quota: searchQuota } };
    case 'DeleteQuota':
      return { deleteQuota: { deletedQuotaId: searchQuota.id } };
    default:
      return (
        dataOfProviders(operationName, variables) ??
        dataOfAlerts(operationName, variables) ??
        dataOfPlatform(operationName, variables) ??
        dataOfPeople(operationName, variables)
      );
  }
}

/** Answers the page of providers; null when it is not asked. */
function dataOfProviders(operationName: string, variables: unknown): object | null {
  const changed = { providerCredential: { ...openaiCredential, validatedAt: new Date().toISOString() } };
  switch (operationName) {
    case 'Providers':
      return providersPage();
    case 'AddProviderCredential':
      return { addProviderCredential: changed };
    case 'RotateProviderCredential':
      return { rotateProviderCredential: changed };
    case 'ValidateProviderCredential':
      return { validateProviderCredential: changed };
    case 'UpdateProviderCredential':
      return updatedCredential(variables as UpdateProviderCredentialMutationVariables);
    case 'RemoveProviderCredential':
      return { removeProviderCredential: { removedProviderCredentialId: openaiCredential.id } };
    default:
      return null;
  }
}

/** Answers the pages about people, and what they set for themselves. */
function dataOfPeople(operationName: string, variables: unknown): object {
  switch (operationName) {
    case 'Members':
      return membersPage();
    case 'InviteMember':
      return invited(variables as InviteMemberMutationVariables);
    case 'RevokeInvitation':
      return { revokeInvitation: { invitation: { id: 'invitation-1' } } };
    case 'ChangeMemberRole':
      return { changeMemberRole: { member: otto } };
    case 'SuspendUser':
      return { suspendUser: { member: { ...otto, suspendedAt: new Date().toISOString() } } };
    case 'ReinstateUser':
      return { reinstateUser: { member: otto } };
    case 'RemoveMember':
      return { removeMember: { userId: otto.user.id } };
    case 'DeleteUser':
      return { deleteUser: { userId: otto.user.id } };
    case 'CreatePasswordReset':
      return {
        createPasswordReset: { path: '/reset-password#shown-once', expiresAt: '2026-11-23T12:00:00Z' },
      };
    case 'Units':
      return units;
    case 'CreateTeam':
    case 'UpdateTeam':
      return { made: { unit: units.organization.teams?.nodes[0] } };
    case 'DeleteTeam':
      return { gone: { id: 'team-1' } };
    case 'Settings':
      return settings;
    case 'UpdateProfile':
      return { updateProfile: { user: settings.viewer.user } };
    case 'UpdatePreferences':
      return { updatePreferences: { preferences: { locale: null, colorScheme: null } } };
    case 'UpdateOrganization':
      return { updateOrganization: { organization: settings.viewer.organization } };
    case 'ChangePassword':
      return { changePassword: { user: { id: 'user-1' } } };
    case 'SignOutEverywhere':
      return { signOutEverywhere: { user: { id: 'user-1' } } };
    case 'SwitchOrganization':
      return { switchOrganization: { organization: { id: 'organization-2' } } };
    case 'AcceptInvitation':
      return { acceptInvitation: { organization: { id: 'organization-2', name: 'Other Ltd' } } };
    default:
      throw new Error(`Nothing is known of ${operationName}.`);
  }
}
