import { NativeSelect } from '@mantine/core';
import { useMutation } from 'urql';
import { Refusal } from '@/components/refusal';
import { explainRefusal } from '@/lib/failure';
import { updatePreferences } from '../api/update-preferences';
import { Panel } from './panel';

interface Props {
  /** The language by which numbers and dates are written; null: the browser's. */
  locale: string | null;
  onChanged: () => Promise<void>;
}

const tags = [
  'en-US',
  'en-GB',
  'en-IN',
  'de',
  'de-CH',
  'es',
  'fr',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt-BR',
  'sv',
  'zh-CN',
];
const names = new Intl.DisplayNames('en', { type: 'language' });
const example = { number: 1234567.8, date: new Date(Date.UTC(2026, 11, 31)) };

function describe(tag: string): string {
  try {
    const number = new Intl.NumberFormat(tag).format(example.number);
    const date = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', dateStyle: 'short' }).format(example.date);
    return `${names.of(tag) ?? tag} (${number}, ${date})`;
  } catch {
    // The server takes tags that browsers do not know.
    return tag;
  }
}

/** How one wants numbers and dates to be written. */
export function PreferencesPanel({ locale, onChanged }: Props) {
  const [{ error, fetching }, update] = useMutation(updatePreferences);
  const known = locale === null || tags.includes(locale) ? tags : [...tags, locale];

  async function choose(tag: string) {
    const result = await update({ input: { locale: tag === '' ? null : tag } });
    if (result.error === undefined) {
      await onChanged();
    }
  }

  return (
    <Panel title="Preferences">
      {error !== undefined && <Refusal failure={explainRefusal(error)} />}
      <NativeSelect
        label="Numbers and dates"
        description="In every browser that you sign in with. Times stay in the organization’s time zone."
        value={locale ?? ''}
        disabled={fetching}
        onChange={(event) => void choose(event.currentTarget.value)}
        data={[
          { value: '', label: 'As the browser has it' },
          ...known.map((value) => ({ value, label: describe(value) })),
        ]}
      />
    </Panel>
  );
}
