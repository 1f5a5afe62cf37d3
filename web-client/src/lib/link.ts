/** The whole address of one of this application's pages. */
export function linkTo(path: string): string {
  return new URL(path, window.location.origin).href;
}
