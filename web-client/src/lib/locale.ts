const key = 'tollgate-locale';

function read(): string | undefined {
  try {
    const kept = localStorage.getItem(key) ?? undefined;
    // Throws where it is none, as somebody else may have written there.
    return kept === undefined ? undefined : Intl.getCanonicalLocales(kept)[0];
  } catch {
    return undefined;
  }
}

/** The language by which numbers and dates are written while this page is shown; undefined: the browser's. */
export const locale = read();

/** Keeps the choice for the next page that is loaded; answers whether that would be written otherwise than this one. */
export function keepLocale(next: string | null): boolean {
  try {
    if (next === null) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, next);
    }
  } catch {
    // Storage may be forbidden; the browser's language is used then.
  }
  return read() !== locale;
}
