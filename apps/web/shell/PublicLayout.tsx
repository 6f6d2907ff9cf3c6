import { Outlet } from 'react-router';
import { PublicShell } from './PublicShell.tsx';

export const handle = { shell: 'public' };

/** A page for residents. */
export default function PublicLayout() {
  return (
    <PublicShell>
      <Outlet />
    </PublicShell>
  );
}
