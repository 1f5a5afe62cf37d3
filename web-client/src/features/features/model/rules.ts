import type { FeatureRuleInput, FeatureState } from '@/gql/graphql';
import type { Rule } from '../api/get-features';
import { percentOf } from './percent';

/** A rule as it is filled in. */
export interface RuleDraft {
  /** Stays with the rule while it is moved. */
  key: number;
  environment: string[];
  team: string[];
  user: string[];
  state: FeatureState;
  percent: string;
}

/** Where filling in begins: as the rules are. */
export function ruleDrafts(rules: Rule[]): RuleDraft[] {
  return rules.map(({ environment, team, user, state, rolloutPercent }, key) => ({
    key,
    environment,
    team,
    user,
    state,
    percent: String(rolloutPercent ?? 50),
  }));
}

/** The rules with another one at their end, about nobody yet. */
export function withRule(rules: RuleDraft[]): RuleDraft[] {
  const key = Math.max(-1, ...rules.map((rule) => rule.key)) + 1;
  return [...rules, { key, environment: [], team: [], user: [], state: 'OFF', percent: '50' }];
}

/** The rules with this one before the one that it came after, or the other way around: the first that matches decides. */
export function moved(rules: RuleDraft[], index: number, by: -1 | 1): RuleDraft[] {
  const next = [...rules];
  const [one, other] = [next[index], next[index + by]];
  if (one !== undefined && other !== undefined) {
    next[index] = other;
    next[index + by] = one;
  }
  return next;
}

/** What is wrong with the first rule that is not right; undefined when all are. */
export function rulesProblem(rules: RuleDraft[]): string | undefined {
  for (const [index, rule] of rules.entries()) {
    if ([rule.environment, rule.team, rule.user].every((values) => values.length === 0)) {
      return `Rule ${index + 1} is about nobody: name environments, teams or users.`;
    }
    if (rule.state === 'PARTIAL' && percentOf(rule.percent) === null) {
      return `Rule ${index + 1} needs a whole number from 0 to 100.`;
    }
  }
  return undefined;
}

/** The rules as they will be shown; they must be right. */
export function toRules(rules: RuleDraft[]): Rule[] {
  return rules.map(({ environment, team, user, state, percent }) => ({
    environment,
    team,
    user,
    state,
    rolloutPercent: state === 'PARTIAL' ? percentOf(percent) : null,
  }));
}

/** The rules as the API takes them: without the lists that name nobody. */
export function toRuleInputs(rules: RuleDraft[]): FeatureRuleInput[] {
  return toRules(rules).map(({ environment, team, user, state, rolloutPercent }) => ({
    ...(environment.length === 0 ? {} : { environment }),
    ...(team.length === 0 ? {} : { team }),
    ...(user.length === 0 ? {} : { user }),
    state,
    ...(rolloutPercent === null ? {} : { rolloutPercent }),
  }));
}

/** Whether they say something else than the feature's own. */
export function areChanged(rules: RuleDraft[], own: Rule[]): boolean {
  return JSON.stringify(toRules(rules)) !== JSON.stringify(toRules(ruleDrafts(own)));
}
