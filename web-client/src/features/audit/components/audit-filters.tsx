import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useId, useState, type SubmitEvent } from 'react';
import type { Entry } from '../api/get-audit-log';
import { everything, viewPath, type View } from '../model/view';
import classes from './audit.module.css';
import { actorsIn, namesIn } from './suggestions';

interface Props {
  view: View;
  /** What is shown now: its names are suggested. */
  entries: Entry[];
  onChange: (view: View) => void;
}

/** Chooses which entries are shown. */
export function AuditFilters({ view, entries, onChange }: Props) {
  const id = useId();
  const [seen, setSeen] = useState(view);
  const [draft, setDraft] = useState(view);
  // The address has changed, by a link or by going back: what was filled in follows it.
  if (viewPath(seen) !== viewPath(view)) {
    setSeen(view);
    setDraft(view);
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    onChange({
      ...draft,
      action: draft.action.trim(),
      targetType: draft.targetType.trim(),
      targetId: draft.targetId.trim(),
    });
  }

  const field = (name: keyof View) => ({
    size: 'xs' as const,
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
  });

  return (
    <form onSubmit={submit} aria-label="Which entries" className={classes['filters']}>
      <TextInput type="date" label="From" {...field('from')} />
      <TextInput type="date" label="To" {...field('to')} />
      <TextInput label="Action" list={`${id}-actions`} autoComplete="off" {...field('action')} />
      <datalist id={`${id}-actions`}>
        {namesIn(entries, 'action').map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <NativeSelect
        label="Outcome"
        data={[
          { value: '', label: 'Any' },
          { value: 'DONE', label: 'Done' },
          { value: 'REFUSED', label: 'Refused' },
        ]}
        {...field('outcome')}
      />
      <NativeSelect
        label="Actor"
        data={[{ value: '', label: 'Anyone' }, ...actorsIn(entries, draft.actor)]}
        {...field('actor')}
      />
      <TextInput label="Target type" list={`${id}-types`} autoComplete="off" {...field('targetType')} />
      <datalist id={`${id}-types`}>
        {namesIn(entries, 'targetType').map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextInput label="Target id" autoComplete="off" {...field('targetId')} />
      <div className={classes['buttons']}>
        <Button type="submit" size="xs">
          Apply
        </Button>
        {viewPath(view) !== viewPath(everything) && (
          <Button size="xs" variant="default" onClick={() => onChange(everything)}>
            Clear
          </Button>
        )}
      </div>
    </form>
  );
}
