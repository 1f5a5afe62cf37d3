import type { Client } from 'urql';
import { graphql } from '@/gql';
import type { ResumeOrganizationInput, SuspendOrganizationInput } from '@/gql/graphql';

const suspendOrganization = graphql(`
  mutation SuspendOrganization($input: SuspendOrganizationInput!) {
    suspendOrganization(input: $input) {
      organization {
        ...PlatformOrganizationRow
      }
    }
  }
`);

const resumeOrganization = graphql(`
  mutation ResumeOrganization($input: ResumeOrganizationInput!) {
    resumeOrganization(input: $input) {
      organization {
        ...PlatformOrganizationRow
      }
    }
  }
`);

export async function sendSuspension(client: Client, input: SuspendOrganizationInput) {
  const { data, error } = await client.mutation(suspendOrganization, { input }).toPromise();
  return { row: data?.suspendOrganization.organization, error };
}

export async function sendResumption(client: Client, input: ResumeOrganizationInput) {
  const { data, error } = await client.mutation(resumeOrganization, { input }).toPromise();
  return { row: data?.resumeOrganization.organization, error };
}
