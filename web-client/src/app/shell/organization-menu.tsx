import { Alert, Button, Menu } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useSession, type Session } from '@/features/session';
import { switchOrganization } from '@/features/settings';
import { explainRefusal } from '@/lib/failure';
import classes from './shell.module.css';

/** Says which organization the session is in, and takes it into another of the person's. */
export function OrganizationMenu({ session }: { session: Session }) {
  const { refresh } = useSession();
  const [opened, setOpened] = useState(false);
  const [{ error, fetching }, move] = useMutation(switchOrganization);

  async function go(slug: string) {
    if (slug === session.organization.slug) {
      setOpened(false);
      return;
    }
    const result = await move({ input: { slug } });
    // Everything is shown anew, for the other organization.
    if (result.error === undefined) {
      await refresh();
    }
  }

  return (
    <div className={classes['switcher']}>
      <Menu
        opened={opened}
        onChange={setOpened}
        position="bottom-start"
        width={280}
        withinPortal
        checkIcon={<IconCheck size={14} aria-hidden="true" />}
      >
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            maw="100%"
            loading={fetching}
            aria-label={`Organization: ${session.organization.name}`}
            rightSection={<IconChevronDown size={14} aria-hidden="true" />}
          >
            {session.organization.name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah="70dvh" style={{ overflowY: 'auto' }}>
          <Menu.Label>Your organizations</Menu.Label>
          {error !== undefined && (
            <Alert color="red" variant="light" role="alert" icon={<IconAlertCircle />} m={4}>
              {explainRefusal(error).detail}
            </Alert>
          )}
          <Menu.RadioGroup value={session.organization.slug} onChange={(slug) => void go(slug)}>
            {session.organizations.map(({ slug, name }) => (
              <Menu.RadioItem key={slug} value={slug} closeMenuOnClick={false}>
                {name}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
