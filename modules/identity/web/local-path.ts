/**
 * An address that came with the request, if it leads to one of our own pages: anything else could send a person who
 * has just signed in to a page that only looks like ours.
 */
export function localPath(given: string | null | undefined): string | null {
  if (given === null || given === undefined) return null;
  return /^\/(ar|fr|en)(\/[\w\-/]*)?(\?[\w\-=&%.[\]]*)?$/.test(given) ? given : null;
}
