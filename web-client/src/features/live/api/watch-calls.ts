import { graphql } from '@/gql';
import type { LiveCallsSubscription } from '@/gql/graphql';

/** Single calls as they are committed, or a sample of them. */
export const liveCalls = graphql(`
  subscription LiveCalls($filter: UsageFilter, $after: String) {
    usageEvents(filter: $filter, after: $after) {
      cursor
      sampleFactor
      event {
        id
        occurredAt
        provider
        model
        feature
        team
        user
        status
        errorCode
        inputTokens
        outputTokens
        latencyMs
        cost
      }
    }
  }
`);

/** A call, and how many it stands for. */
export type LiveItem = LiveCallsSubscription['usageEvents'];
