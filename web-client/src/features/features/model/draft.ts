import type { FeaturePreviewInput, FeatureState, SetFeatureInput } from '@/gql/graphql';
import { instantOf } from '@/lib/zoned-time';
import type { Feature, Step } from '../api/get-features';

/** A change of a feature as it is filled in. */
export interface Draft {
  name: string;
  state: FeatureState;
  percent: string;
  message: string;
  reason: string;
  /** Whether its rules are taken away. */
  dropRules: boolean;
  schedule: Step[];
}

/** What is wrong, by field. */
export type Problems = Partial<Record<keyof Draft, string>>;

/** Where filling in begins: as the feature is, but for the state. */
export function draftOf(feature: Feature, state: FeatureState = feature.state): Draft {
  return {
    name: feature.name,
    state,
    percent: String(feature.rolloutPercent ?? 50),
    message: feature.message ?? '',
    reason: '',
    dropRules: false,
    schedule: feature.schedule,
  };
}

/** A feature that nobody has declared, to begin with. */
export const undeclared: Feature = {
  id: '',
  name: '',
  state: 'ON',
  rolloutPercent: null,
  message: null,
  version: 0,
  declared: false,
  rules: [],
  schedule: [],
};

/** The percentage as filled in; null when it is not one. */
export function percentOf(text: string): number | null {
  return /^\d{1,3}$/.test(text.trim()) && Number(text) <= 100 ? Number(text) : null;
}

/** Finds what is wrong with a draft, in words for the person who filled it in. */
export function problemsOf(draft: Draft): Problems {
  return {
    ...(draft.name.trim() === '' ? { name: 'Give it the name that events have.' } : {}),
    ...(draft.state === 'PARTIAL' && percentOf(draft.percent) === null
      ? { percent: 'A whole number from 0 to 100.' }
      : {}),
  };
}

/** What the change is tried with. */
export function toPreview(draft: Draft): FeaturePreviewInput {
  return {
    name: draft.name.trim(),
    ...availability(draft),
    ...(draft.dropRules ? { rules: [] } : {}),
  };
}

/** The draft as the API takes it; its fields must be right. What has not been touched is left out, and so stays as it is by then. */
export function toInput(draft: Draft, feature: Feature): SetFeatureInput {
  const message = draft.message.trim();
  const reason = draft.reason.trim();
  return {
    ...toPreview(draft),
    expectedVersion: feature.version,
    ...(message === (feature.message ?? '') ? {} : { message: message === '' ? null : message }),
    ...(reason === '' ? {} : { reason }),
    ...(draft.schedule === feature.schedule ? {} : { schedule: draft.schedule.map(toStep) }),
  };
}

/** The feature as it will be, should the change be made. */
export function changed(draft: Draft, feature: Feature): Feature {
  const message = draft.message.trim();
  return {
    ...feature,
    state: draft.state,
    rolloutPercent: draft.state === 'PARTIAL' ? percentOf(draft.percent) : null,
    message: message === '' ? null : message,
    version: feature.version + 1,
    declared: true,
    rules: draft.dropRules ? [] : feature.rules,
    schedule: draft.schedule,
  };
}

/** The schedule with another step in its place; undefined when its time is none that is still to come. */
export function withStep(
  schedule: Step[],
  { local, state }: { local: string; state: 'ON' | 'OFF' },
  timeZone: string,
  now: Date,
): Step[] | undefined {
  const at = instantOf(local, timeZone);
  if (at === undefined || Date.parse(at) <= now.getTime()) {
    return undefined;
  }
  const others = schedule.filter((step) => Date.parse(step.at) !== Date.parse(at));
  return [...others, { at, state, rolloutPercent: null }].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function availability({ state, percent }: Draft) {
  return state === 'PARTIAL' ? { state, rolloutPercent: percentOf(percent) } : { state };
}

function toStep({ at, state, rolloutPercent }: Step) {
  return state === 'PARTIAL' ? { at, state, rolloutPercent } : { at, state };
}
