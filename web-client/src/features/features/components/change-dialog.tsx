import { Dialog } from '@/components/dialog';
import { useLast } from '@/lib/use-last';
import type { Feature } from '../api/get-features';
import type { Draft } from '../model/draft';
import { ChangeForm } from './change-form';

/** A feature that may be changed, and where filling in begins. */
export interface Opened {
  feature: Feature;
  draft: Draft;
}

interface Props {
  /** Null when none is about to be changed. */
  opened: Opened | null;
  timeZone: string;
  /** Whether the viewer may see what a change would have refused. */
  mayPreview: boolean;
  onConfirm: (draft: Draft, opened: Opened) => void;
  onClose: () => void;
}

/** Asks what a feature should become, shows what that would have meant, and waits for a yes. */
export function ChangeDialog({ opened, timeZone, mayPreview, onConfirm, onClose }: Props) {
  const shown = useLast(opened);
  return (
    <Dialog title={titleOf(shown?.feature)} opened={opened !== null} onClose={onClose} size="lg">
      {shown !== null && (
        <ChangeForm
          // What was filled in about one is not about another.
          key={`${shown.feature.id} ${shown.draft.state}`}
          opened={shown}
          timeZone={timeZone}
          mayPreview={mayPreview}
          onConfirm={(draft) => onConfirm(draft, shown)}
          onCancel={onClose}
        />
      )}
    </Dialog>
  );
}

function titleOf(feature: Feature | undefined): string {
  if (feature === undefined || feature.name === '') {
    return 'Declare a feature';
  }
  return `${feature.declared ? 'Change' : 'Adopt'} “${feature.name}”`;
}
