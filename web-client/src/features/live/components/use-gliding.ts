import { useReducedMotion } from '@mantine/hooks';
import { useLayoutEffect, useRef } from 'react';

const milliseconds = 250;

/**
 * Lets rows of the same height glide to their new places when their order changes, unless less motion is wished for. Answers the
 * ref of each row. The order in the document is the one seen; only the way there is drawn.
 */
export function useGliding(names: readonly string[], rowHeight: number) {
  const still = useReducedMotion();
  const rows = useRef(new Map<string, HTMLElement>());
  const places = useRef(new Map<string, number>());

  useLayoutEffect(() => {
    const before = places.current;
    places.current = new Map(names.map((name, place) => [name, place]));
    if (still) {
      return;
    }
    names.forEach((name, place) => {
      const row = rows.current.get(name);
      const from = before.get(name);
      // Not every environment that runs the tests can animate.
      if (row !== undefined && from !== undefined && from !== place && 'animate' in row) {
        const distance = (from - place) * rowHeight;
        row.animate([{ transform: `translateY(${distance}px)` }, { transform: 'none' }], {
          duration: milliseconds,
          easing: 'ease-out',
        });
      }
    });
  });

  return (name: string) => (row: HTMLElement | null) => {
    if (row === null) {
      rows.current.delete(name);
    } else {
      rows.current.set(name, row);
    }
  };
}
