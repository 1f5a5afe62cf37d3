import { describe, expect, it } from 'vitest';
import { everything, readView, toModelFilter, writeView, type View } from './view';

describe('the view of the catalogue', () => {
  it('comes back from its address', () => {
    const view: View = {
      search: 'gpt',
      provider: 'openai',
      type: 'CHAT',
      capabilities: ['VISION', 'CACHING'],
      priced: 'no',
    };
    const params = writeView(view);
    expect(params.toString()).toBe('search=gpt&provider=openai&type=CHAT&priced=no&can=VISION&can=CACHING');
    expect(readView(params)).toEqual(view);
    expect(toModelFilter(view)).toEqual({
      search: 'gpt',
      provider: ['openai'],
      type: ['CHAT'],
      capabilities: ['VISION', 'CACHING'],
      priced: false,
    });
  });

  it('leaves out what makes no sense', () => {
    expect(readView(new URLSearchParams('type=TOY&can=FLYING&priced=maybe'))).toEqual(everything);
  });

  it('asks for the whole catalogue with no filter', () => {
    expect(toModelFilter({ ...everything, search: ' ' })).toBeNull();
  });
});
