import type { Client, CombinedError, TypedDocumentNode } from 'urql';
import { graphql } from '@/gql';
import type { Unit } from './get-units';

// The three kinds are alike but for their names: aliases make their answers so too.

const createTeam = graphql(`
  mutation CreateTeam($input: CreateTeamInput!) {
    made: createTeam(input: $input) {
      unit: team {
        id
        key
        name
      }
    }
  }
`);

const updateTeam = graphql(`
  mutation UpdateTeam($input: UpdateTeamInput!) {
    made: updateTeam(input: $input) {
      unit: team {
        id
        key
        name
      }
    }
  }
`);

const deleteTeam = graphql(`
  mutation DeleteTeam($input: DeleteTeamInput!) {
    gone: deleteTeam(input: $input) {
      id
    }
  }
`);

const createProject = graphql(`
  mutation CreateProject($input: CreateProjectInput!) {
    made: createProject(input: $input) {
      unit: project {
        id
        key
        name
      }
    }
  }
`);

const updateProject = graphql(`
  mutation UpdateProject($input: UpdateProjectInput!) {
    made: updateProject(input: $input) {
      unit: project {
        id
        key
        name
      }
    }
  }
`);

const deleteProject = graphql(`
  mutation DeleteProject($input: DeleteProjectInput!) {
    gone: deleteProject(input: $input) {
      id
    }
  }
`);

const createCostCenter = graphql(`
  mutation CreateCostCenter($input: CreateCostCenterInput!) {
    made: createCostCenter(input: $input) {
      unit: costCenter {
        id
        key
        name
      }
    }
  }
`);

const updateCostCenter = graphql(`
  mutation UpdateCostCenter($input: UpdateCostCenterInput!) {
    made: updateCostCenter(input: $input) {
      unit: costCenter {
        id
        key
        name
      }
    }
  }
`);

const deleteCostCenter = graphql(`
  mutation DeleteCostCenter($input: DeleteCostCenterInput!) {
    gone: deleteCostCenter(input: $input) {
      id
    }
  }
`);

interface Made {
  made: { unit: Unit };
}

interface Operations {
  create: TypedDocumentNode<Made, { input: { key: string; name?: string | null } }>;
  update: TypedDocumentNode<Made, { input: { id: string; name: string } }>;
  delete: TypedDocumentNode<{ gone: { id: string } }, { input: { id: string } }>;
}

/** The kinds of units. */
export type UnitKind = 'teams' | 'projects' | 'costCenters';

const operations: Record<UnitKind, Operations> = {
  teams: { create: createTeam, update: updateTeam, delete: deleteTeam },
  projects: { create: createProject, update: updateProject, delete: deleteProject },
  costCenters: { create: createCostCenter, update: updateCostCenter, delete: deleteCostCenter },
};

// What is gone is named by no answer.
const context = { additionalTypenames: ['Team', 'Project', 'CostCenter'] };

/** Declares a unit; answers why not, or undefined. */
export async function declareUnit(
  client: Client,
  kind: UnitKind,
  input: { key: string; name?: string },
): Promise<CombinedError | undefined> {
  return (await client.mutation(operations[kind].create, { input }, context).toPromise()).error;
}

export async function sendName(client: Client, kind: UnitKind, input: { id: string; name: string }) {
  const { data, error } = await client.mutation(operations[kind].update, { input }, context).toPromise();
  return { row: data?.made.unit, error };
}

export async function sendUnitDeletion(client: Client, kind: UnitKind, id: string) {
  const { error } = await client.mutation(operations[kind].delete, { input: { id } }, context).toPromise();
  return { row: error === undefined ? null : undefined, error };
}
