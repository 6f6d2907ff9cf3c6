import staffCss from '@qantara/ui/staff.css?url';
import { Outlet } from 'react-router';
import { ErrorPage } from '../errors/ErrorPage.tsx';
import { StaffShell } from './StaffShell.tsx';

export const handle = { shell: 'staff', script: true };

/** The style sheet that only staff pages need. */
export function links() {
  return [{ rel: 'stylesheet', href: staffCss }];
}

/** A page for people at work. */
export default function StaffLayout() {
  return (
    <StaffShell>
      <Outlet />
    </StaffShell>
  );
}

/** A failure inside the work place keeps its menu. */
export function ErrorBoundary({ error }: { error: unknown }) {
  return (
    <StaffShell>
      <ErrorPage error={error} />
    </StaffShell>
  );
}
