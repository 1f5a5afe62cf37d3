/** Leaves the application for another site's page. */
export function leaveFor(address: string): void {
  window.location.assign(address);
}

/** Loads this page anew. */
export function loadAnew(): void {
  window.location.reload();
}
