import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';

/** Something to choose. */
export interface Choice {
  id: string;
  name: string;
}

/** What is chosen, and what is looked for to choose it from. */
export interface ChoiceSearch {
  /** The text that is to be looked for; empty for everything. */
  asked: string;
  /** Whether another text is about to be. */
  isTyping: boolean;
  chosen: Choice;
  choose: (choice: Choice) => void;
  type: (text: string) => void;
}

/**
 * Keeps what is typed into a `SearchSelect`.
 *
 * @param value the id of what is chosen; empty when nothing is
 * @param name its name, should it not have been chosen here
 */
export function useChoiceSearch(value: string, name = value): ChoiceSearch {
  const [typed, type] = useState('');
  const [last, choose] = useState<Choice | null>(null);
  const chosen = last?.id === value ? last : { id: value, name };
  // What is chosen stands where one types: with it the list is the whole one.
  const text = typed === chosen.name ? '' : typed;
  // Not a question for each letter that is typed.
  const [asked] = useDebouncedValue(text, 250);
  return { asked, isTyping: asked !== text, chosen, choose, type };
}
