import type { FeaturePreviewInput, FeatureState, SetFeatureInput } from '@/gql/graphql';
import { instantOf } from '@/lib/zoned-time';
import type { Feature, Step } from '../api/get-features';
import { percentOf } from './percent';
import { areChanged, ruleDrafts, rulesProblem, toRuleInputs, toRules, type RuleDraft } from './rules';

/** A change of a feature as it is filled in. */
export interface Draft {
  name: string;
  state: FeatureState;
  percent: string;
  message: string;
  reason: string;
  /** In their order: the first that matches decides. */
  rules: RuleDraft[];
  schedule: Step[];
}

/** What is wrong, by field. */
export type Problems = Partial<Record<keyof Draft, string>>;

/** Where filling in begins: as the feature is, but for the state. */
export function draftOf(feature: Feature, state: FeatureState = feature.state): Draft {
  return {
    name: feature.name,
    state,
    percent: String(feature.rolloutPercent ?? feature.pausedPercent ?? 50),
    message: feature.message ?? '',
    reason: '',
    rules: ruleDrafts(feature.rules),
    schedule: feature.schedule,
  };
}

/** A feature that nobody has declared, to begin with. */
export const undeclared: Feature = {
  id: '',
  name: '',
  state: 'ON',
  rolloutPercent: null,
  pausedPercent: null,
  message: null,
  version: 0,
  declared: false,
  rules: [],
  schedule: [],
};

/** What the switch of a feature proposes: off, or again for those who had it before. */
export function switched({ state, pausedPercent }: Feature): FeatureState {
  if (state !== 'OFF') {
    return 'OFF';
  }
  return pausedPercent === null ? 'ON' : 'PARTIAL';
}

/** Finds what is wrong with a draft, in words for the person who filled it in. */
export function problemsOf(draft: Draft): Problems {
  const rules = rulesProblem(draft.rules);
  return {
    ...(draft.name.trim() === '' ? { name: 'Give it the name that events have.' } : {}),
    ...(draft.state === 'PARTIAL' && percentOf(draft.percent) === null
      ? { percent: 'A whole number from 0 to 100.' }
      : {}),
    ...(rules === undefined ? {} : { rules }),
  };
}

/** What the change is tried with; its fields must be right. Rules that are as they were are left out, so the feature's own rules count. */
export function toPreview(draft: Draft, feature: Feature): FeaturePreviewInput {
  return {
    name: draft.name.trim(),
    ...availability(draft),
    ...(areChanged(draft.rules, feature.rules) ? { rules: toRuleInputs(draft.rules) } : {}),
  };
}

/** The draft as the API takes it; its fields must be right. What has not been touched is left out; a change that somebody made meanwhile is a CONFLICT. */
export function toInput(draft: Draft, feature: Feature): SetFeatureInput {
  const message = draft.message.trim();
  const reason = draft.reason.trim();
  return {
    ...toPreview(draft, feature),
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
    pausedPercent: draft.state === 'OFF' ? (feature.rolloutPercent ?? feature.pausedPercent) : null,
    message: message === '' ? null : message,
    version: feature.version + 1,
    declared: true,
    rules: toRules(draft.rules),
    schedule: draft.schedule,
  };
}

/** The schedule with another step in its place; undefined when its time is none that is still to come, or its percentage is none. */
export function withStep(
  schedule: Step[],
  { local, state, percent }: { local: string; state: FeatureState; percent: string },
  timeZone: string,
  now: Date,
): Step[] | undefined {
  const at = instantOf(local, timeZone);
  const rolloutPercent = state === 'PARTIAL' ? percentOf(percent) : null;
  if (
    at === undefined ||
    Date.parse(at) <= now.getTime() ||
    (state === 'PARTIAL' && rolloutPercent === null)
  ) {
    return undefined;
  }
  const others = schedule.filter((step) => Date.parse(step.at) !== Date.parse(at));
  return [...others, { at, state, rolloutPercent }].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function availability({ state, percent }: Draft) {
  return state === 'PARTIAL' ? { state, rolloutPercent: percentOf(percent) } : { state };
}

function toStep({ at, state, rolloutPercent }: Step) {
  return state === 'PARTIAL' ? { at, state, rolloutPercent } : { at, state };
}
