import { describe, expect, it } from 'vitest';
import { chat } from '@/testing/feature-fixtures';
import { areChanged, moved, ruleDrafts, rulesProblem, toRuleInputs, withRule } from './rules';

const one = { environment: ['production'], team: [], user: [], state: 'ON' as const, rolloutPercent: null };
const drafts = ruleDrafts([...chat.rules, one]);

describe('the rules of a feature', () => {
  it('are as they were until one says something else', () => {
    expect(areChanged(ruleDrafts(chat.rules), chat.rules)).toBe(false);
    expect(areChanged([], chat.rules)).toBe(true);
    expect(areChanged(moved(drafts, 0, 1), [...chat.rules, one])).toBe(true);
  });

  it('keep their order where there is nothing to change places with', () => {
    expect(moved(drafts, 0, -1)).toEqual(drafts);
    expect(moved(drafts, 1, 1)).toEqual(drafts);
    expect(moved(drafts, 1, -1).map(({ key }) => key)).toEqual([1, 0]);
  });

  it('must be about somebody, since a rule that lost its last user must not be about everybody', () => {
    expect(rulesProblem(drafts)).toBeUndefined();
    expect(rulesProblem(withRule(drafts))).toMatch(/^Rule 3 is about nobody/);
  });

  it('need a percentage when they are about a part', () => {
    const part = drafts.map((rule) => ({ ...rule, state: 'PARTIAL' as const, percent: '101' }));
    expect(rulesProblem(part)).toMatch(/^Rule 1 needs/);
    expect(toRuleInputs(part.map((rule) => ({ ...rule, percent: '5' }))).at(1)).toEqual({
      environment: ['production'],
      state: 'PARTIAL',
      rolloutPercent: 5,
    });
  });
});
