import { ActionIcon, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useClient } from 'urql';
import { updatePreferences } from '@/features/settings';

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
  const Current = schemes.find(({ value }) => value === colorScheme)?.Icon ?? IconDeviceDesktop;

  async function choose(scheme: MantineColorScheme) {
    setColorScheme(scheme);
    const input = { colorScheme: stored[scheme] };
    const { error } = await client.mutation(updatePreferences, { input }).toPromise();
    if (error !== undefined) {
      setColorScheme(colorScheme);
    }
  }

  return (
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
  );
}
