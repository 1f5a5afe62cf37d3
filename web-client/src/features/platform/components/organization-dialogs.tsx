import { useClient } from 'urql';
import { ReasonDialog } from '@/components/reason-dialog';
import { useLast } from '@/lib/use-last';
import type { ChangeResult } from '@/lib/use-optimistic-rows';
import { sendResumption, sendSuspension } from '../api/change-organization';
import type { Organization } from '../api/get-platform';
import { reasonOf } from '../model/draft';
import { OwnerDialog } from './owner-dialog';

/** What can be done to an organization. */
export type OrganizationAction = 'suspend' | 'resume' | 'invite';

/** What is about to be done, and to which. */
export interface Opened {
  action: OrganizationAction;
  organization: Organization;
}

interface Props {
  /** Null when nothing is. */
  opened: Opened | null;
  onChange: (to: Organization, send: () => Promise<ChangeResult<Organization>>) => void;
  timeZone: string;
  onClose: () => void;
}

const questions = {
  suspend: {
    title: 'Suspend',
    confirm: 'Suspend organization',
    text: 'Everybody in it and every API key of it is refused within a second, and their streams end. What was recorded stays, and nothing is lost when it is resumed.',
  },
  resume: {
    title: 'Resume',
    confirm: 'Resume organization',
    text: 'Everybody in it and every API key of it may act again as before.',
  },
};

/** Asks before something is done to an organization. */
export function OrganizationDialogs({ opened, onChange, timeZone, onClose }: Props) {
  const client = useClient();
  const shown = useLast(opened);
  const asked = shown?.action === 'resume' ? 'resume' : 'suspend';

  function confirm({ organization }: Opened, reason: string) {
    const organizationId = organization.id;
    onClose();
    switch (asked) {
      case 'suspend':
        onChange(
          {
            ...organization,
            status: 'SUSPENDED',
            suspendedAt: new Date().toISOString(),
            suspensionReason: reason,
          },
          () => sendSuspension(client, { organizationId, reason }),
        );
        break;
      case 'resume':
        onChange({ ...organization, status: 'ACTIVE', suspendedAt: null, suspensionReason: null }, () =>
          sendResumption(client, { organizationId, ...reasonOf(reason) }),
        );
        break;
    }
  }

  const { title, confirm: label, text } = questions[asked];
  return (
    <>
      <ReasonDialog
        title={`${title} ${shown?.organization.name ?? ''}?`}
        opened={opened !== null && opened.action !== 'invite'}
        required={asked === 'suspend'}
        confirm={label}
        onConfirm={(reason) => opened !== null && confirm(opened, reason)}
        onClose={onClose}
      >
        {text}
      </ReasonDialog>
      <OwnerDialog
        organization={opened?.action === 'invite' ? opened.organization : null}
        timeZone={timeZone}
        onClose={onClose}
      />
    </>
  );
}
