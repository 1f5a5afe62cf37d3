import { graphql } from '@/gql';

/** Tells each time that an alert is raised. */
export const raisedAlerts = graphql(`
  subscription RaisedAlerts {
    alertRaised {
      id
    }
  }
`);
