import type { PageHandle } from '@qantara/ui';
import { useMatches } from 'react-router';

/** What the page and the shells around it say of themselves. */
export function usePageHandle(): PageHandle {
  const handles = useMatches().map((match) => match.handle as PageHandle | undefined);
  return Object.assign({}, ...handles) as PageHandle;
}
