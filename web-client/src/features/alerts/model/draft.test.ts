import { describe, expect, it } from 'vitest';
import { chatRule, rulesPage } from '@/testing/alert-fixtures';
import { draftOf, newRule, problemsOf, toCreation, toUpdate } from './draft';

const rules = rulesPage().organization.alertRules.nodes;

describe('a rule that is filled in', () => {
  it.each(rules.map((rule) => [rule.name, rule] as const))('stays what it is: %s', (_, rule) => {
    const draft = draftOf(rule);
    expect(problemsOf(draft)).toEqual({});
    expect(draftOf({ ...rule, ...toRule(rule) })).toEqual(draft);
  });

  function toRule(rule: (typeof rules)[number]) {
    const { filter = null, name } = toUpdate(draftOf(rule), rule);
    return { filter, name: name ?? '' };
  }

  it('keeps the parts of its filter that the form has no field for', () => {
    expect(toUpdate(draftOf(chatRule), chatRule).filter).toEqual(chatRule.filter);
  });

  it('takes a fall as a negative percentage', () => {
    const draft = { ...newRule, name: 'Less', kind: 'change', comparison: 'BELOW', percent: '30' } as const;
    expect(toCreation(draft).condition).toMatchObject({ change: { comparison: 'BELOW', percent: -30 } });
  });

  it('sends no slice with a quota, which says itself which calls count', () => {
    const slice = { parts: [{ dimension: 'TEAM' as const, values: ['search'] }], rest: {} };
    const input = toCreation({ ...newRule, name: 'Quotas', kind: 'quota', slice, groupBy: 'TEAM' });
    expect(input).not.toHaveProperty('filter');
    expect(input).not.toHaveProperty('groupBy');
    expect(input.condition).toEqual({ quota: { status: 'WARNING' } });
  });

  it('must have a name, a number and values for what it filters by', () => {
    const slice = { parts: [{ dimension: 'TEAM' as const, values: [] }], rest: {} };
    expect(Object.keys(problemsOf({ ...newRule, slice }))).toEqual(['name', 'bound', 'slice']);
    expect(problemsOf({ ...newRule, name: 'The month', kind: 'budgetForecast', amount: '0' })).toEqual({
      amount: 'An amount above 0.',
    });
  });
});
