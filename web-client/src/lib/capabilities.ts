import type { ModelCapability } from '@/gql/graphql';

/** What a model can do, in words. */
export const capabilityWords: Record<ModelCapability, string> = {
  VISION: 'Vision',
  FUNCTIONS: 'Functions',
  STREAMING: 'Streaming',
  AUDIO: 'Audio',
  REASONING: 'Reasoning',
  CACHING: 'Caching',
};
