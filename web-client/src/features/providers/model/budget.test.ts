import { describe, expect, it } from 'vitest';
import { exhausted, openaiCredential } from '@/testing/provider-fixtures';
import { budgetProblem, changed, newTerms, switched, termsOf, toUpdate } from './budget';

describe('a budget', () => {
  it.each(['0', '-1', '1000001', 'much'])('is not %j', (monthlyBudget) => {
    expect(budgetProblem({ ...newTerms, monthlyBudget })).toBeDefined();
  });

  it.each(['', '0.5', '1000000'])('may be %j', (monthlyBudget) => {
    expect(budgetProblem({ ...newTerms, monthlyBudget })).toBeUndefined();
  });

  it('is taken away by leaving it empty', () => {
    expect(toUpdate({ ...termsOf(openaiCredential), monthlyBudget: ' ' }, openaiCredential, '')).toEqual({
      id: 'credential-1',
      expectedVersion: 3,
      source: 'OWN',
      autoDisable: true,
      monthlyBudget: null,
    });
  });

  it('that is higher, or does not stop calls, lets them be made again', () => {
    const terms = termsOf(exhausted);
    expect(changed({ ...terms, monthlyBudget: '500' }, exhausted).status).toBe('ACTIVE');
    expect(changed({ ...terms, autoDisable: false }, exhausted).status).toBe('ACTIVE');
    expect(changed({ ...terms, monthlyBudget: '90' }, exhausted).status).toBe('DISABLED');
  });

  it('says nothing of what somebody has disabled', () => {
    const disabled = switched(exhausted, false);
    expect(changed({ ...termsOf(disabled), monthlyBudget: '' }, disabled).disabledReason).toBe('MANUAL');
  });
});
