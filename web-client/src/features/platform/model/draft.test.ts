import { describe, expect, it } from 'vitest';
import { problemsOf, suggestedSlug, toInput, type Draft } from './draft';

const draft: Draft = {
  name: ' Café & Co. ',
  slug: null,
  timeZone: 'UTC',
  ownerEmail: ' ada@example.com ',
  reason: ' ',
};

describe('the draft of an organization', () => {
  it.each([
    ['Acme GmbH', 'acme-gmbh'],
    ['Café & Co.', 'cafe-co'],
    [' 東京 ', ''],
    [`${'long '.repeat(8)}name`, 'long-long-long-long-long-long-long-long'],
  ])('suggests how “%s” is called in addresses', (name, slug) => {
    expect(suggestedSlug(name)).toBe(slug);
  });

  it('is sent without what was left empty', () => {
    expect(problemsOf(draft)).toEqual({});
    expect(toInput(draft)).toEqual({
      name: 'Café & Co.',
      slug: 'cafe-co',
      timeZone: 'UTC',
      ownerEmail: 'ada@example.com',
    });
    expect(toInput({ ...draft, slug: 'other', reason: ' A customer ' })).toMatchObject({
      slug: 'other',
      reason: 'A customer',
    });
  });

  it('says what is missing', () => {
    const empty = { ...draft, name: ' ', timeZone: '', ownerEmail: '' };
    expect(Object.keys(problemsOf(empty))).toEqual(['name', 'slug', 'timeZone', 'ownerEmail']);
  });

  it.each(['a', 'Acme', 'acme--gmbh', '-acme', 'acme-', 'a'.repeat(41)])(
    'does not take the slug %s',
    (slug) => {
      expect(problemsOf({ ...draft, slug })).toHaveProperty('slug');
    },
  );
});
