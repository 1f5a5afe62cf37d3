import type {
  ApiKeysQueryVariables,
  AuditLogQueryVariables,
  CreateApiKeyMutationVariables,
  ModelsQueryVariables,
} from '../gql/graphql';
import {
  apiKeysPage,
  auditLogPage,
  createdKey,
  gpt,
  modelPrices,
  modelsPage,
  production,
  verified,
} from './control-fixtures.ts';

/** Answers the pages that control; what is changed there is forgotten at once. */
export function dataOfControl(operationName: string, variables: unknown): object {
  switch (operationName) {
    case 'ApiKeys':
      return apiKeysPage((variables as ApiKeysQueryVariables).after);
    case 'CreateApiKey':
      return createdKey(variables as CreateApiKeyMutationVariables);
    case 'RevokeApiKey':
      return { revokeApiKey: { apiKey: { ...production, revokedAt: new Date().toISOString() } } };
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
    default:
      throw new Error(`Nothing is known of ${operationName}.`);
  }
}
