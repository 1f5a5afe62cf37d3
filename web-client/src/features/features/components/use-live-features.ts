import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useClient } from 'urql';
import { follow } from '@/lib/live/follow';
import { useReconnected } from '@/lib/live/use-reconnected';
import type { Feature } from '../api/get-features';
import { featureChanges } from '../api/watch-features';

/**
 * The features as they were asked for, each replaced by what was told of it since. A new one makes the list be asked for again, and
 * so does a lost connection that is there again.
 */
export function useLiveFeatures(asked: Feature[] | undefined, refresh: () => void): Feature[] | undefined {
  const client = useClient();
  const [told, setTold] = useState<ReadonlyMap<string, Feature>>(new Map());

  useReconnected(refresh);

  const hear = useEffectEvent((feature: Feature) => {
    setTold((known) => new Map(known).set(feature.id, feature));
    if (asked?.every(({ id }) => id !== feature.id) === true) {
      refresh();
    }
  });

  useEffect(
    () =>
      follow(
        client,
        featureChanges,
        {},
        {
          next: ({ featureChanged }) => hear(featureChanged),
          // The page is right without it, until it is opened again.
          end: () => undefined,
        },
      ),
    [client],
  );

  return useMemo(() => asked?.map((feature) => newer(feature, told.get(feature.id))), [asked, told]);
}

function newer(feature: Feature, told: Feature | undefined): Feature {
  return told !== undefined && told.version > feature.version ? told : feature;
}
