import { useMantineColorScheme } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import type { Session } from '@/features/session';
import { loadAnew } from '@/lib/leave-for';
import { keepLocale } from '@/lib/locale';

const schemes = { LIGHT: 'light', DARK: 'dark' } as const;

/** Lets pages look as the person wants; where they want nothing in particular, this browser's own choice stays. */
export function useAppearance({ locale, colorScheme }: Session['preferences']): void {
  const { setColorScheme } = useMantineColorScheme();
  // Only what is stored is followed: a choice made since the session was read stays.
  const follow = useEffectEvent(setColorScheme);

  useEffect(() => {
    if (colorScheme !== null) {
      follow(schemes[colorScheme]);
    }
  }, [colorScheme]);

  useEffect(() => {
    // What writes numbers is made once, as the page is loaded.
    if (keepLocale(locale)) {
      loadAnew();
    }
  }, [locale]);
}
