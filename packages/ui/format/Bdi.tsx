import type { ReactNode } from 'react';

/** Text from elsewhere (a name, a code) that keeps its own direction and does not scramble the line around it. */
export function Bdi({ children, latin }: { children: ReactNode; latin?: boolean }) {
  return latin === true ? <bdi dir="ltr">{children}</bdi> : <bdi>{children}</bdi>;
}
