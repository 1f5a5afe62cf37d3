import { ActionIcon, Affix, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { Refusal } from '@/components/refusal';
import { updatePreferences } from '@/features/settings';
import { explainRefusal, type Failure } from '@/lib/failure';

const schemes: { value: MantineColorScheme; label: string; Icon: typeof IconSun }[] = [
  { value: 'auto', label: 'System', Icon: IconDeviceDesktop },
  { value: 'light', label: 'Light', Icon: IconSun },
  { value: 'dark', label: 'Dark', Icon: IconMoon },
];

const stored = { auto: null, light: 'LIGHT', dark: 'DARK' } as const;

/** Chooses light or dark, or to follow the system: here at once, and in other browsers from the next time on. */
export function ColorSchemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const client = useClient();
  const choices = useRef(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const Current = schemes.find(({ value }) => value === colorScheme)?.Icon ?? IconDeviceDesktop;

  async function choose(scheme: MantineColorScheme) {
    const choice = ++choices.current;
    setFailure(null);
    setColorScheme(scheme);
    const input = { colorScheme: stored[scheme] };
    const { error } = await client.mutation(updatePreferences, { input }).toPromise();
    // One that another has followed no longer says how pages look.
    if (error !== undefined && choice === choices.current) {
      setColorScheme(colorScheme);
      setFailure(explainRefusal(error));
    }
  }

  return (
    <>
      <Menu position="bottom-end" withinPortal checkIcon={<IconCheck size={14} aria-hidden="true" />}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Color scheme">
            <Current size={18} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.RadioGroup value={colorScheme} onChange={(value) => void choose(value as MantineColorScheme)}>
            {schemes.map(({ value, label, Icon }) => (
              <Menu.RadioItem
                key={value}
                value={value}
                rightSection={<Icon size={16} aria-hidden="true" />}
                closeMenuOnClick
              >
                {label}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
      {failure !== null && (
        <Affix position={{ bottom: 16, right: 16 }}>
          <Refusal failure={failure} onClose={() => setFailure(null)} />
        </Affix>
      )}
    </>
  );
}
