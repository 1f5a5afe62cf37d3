import type { ModelCapability, ModelType } from '@/gql/graphql';
import { capabilityWords } from '@/lib/capabilities';

export const typeWords: Record<ModelType, string> = {
  CHAT: 'Chat',
  COMPLETION: 'Completion',
  EMBEDDING: 'Embedding',
  IMAGE: 'Image',
  AUDIO_TRANSCRIPTION: 'Transcription',
  SPEECH: 'Speech',
  VIDEO: 'Video',
  RERANK: 'Reranking',
  MODERATION: 'Moderation',
  OTHER: 'Other',
};

/** What a price from a day in the past on leaves to be done. */
export const notice = 'Calls that are recorded already keep their cost until they are charged again.';

export function isModelType(text: string): text is ModelType {
  return Object.hasOwn(typeWords, text);
}

export function isCapability(text: string): text is ModelCapability {
  return Object.hasOwn(capabilityWords, text);
}
