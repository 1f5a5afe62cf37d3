// Sets the color scheme before the first paint; a file of its own because the content security policy allows no inline script.
(() => {
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('tollgate-color-scheme') ?? 'auto';
  } catch {
    // Storage may be forbidden; the system's scheme is followed then.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
