/** A label within a sentence: in small letters, but for what is an abbreviation. */
export function inSentence(label: string): string {
  return label === 'API key' ? label : label.toLowerCase();
}
