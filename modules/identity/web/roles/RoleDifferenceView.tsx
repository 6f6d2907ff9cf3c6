import { usePage } from '@qantara/ui';
import { MARKS, roleDifference } from '../../domain/index.ts';
import { PermissionList } from './PermissionList.tsx';

const MARKED: ReadonlySet<string> = new Set(Object.values(MARKS).flat());

type Labels = { added: string; removed: string; kept: string; same: string };
type RoleDifferenceViewProps = { before: readonly string[]; after: readonly string[]; labels: Labels };

/** What may be done is told before whose records and which parts it is done with. */
function workFirst(one: string, other: string): number {
  return Number(MARKED.has(one)) - Number(MARKED.has(other));
}

/** What one role has more and less than another, or a next version than the one before. */
export function RoleDifferenceView({ before, after, labels }: RoleDifferenceViewProps) {
  const { formats } = usePage();
  const { added, removed, kept } = roleDifference(before.toSorted(workFirst), after.toSorted(workFirst));
  if (added.length === 0 && removed.length === 0) return <p>{labels.same}</p>;
  return (
    <div className="role-difference">
      {added.length === 0 ? null : (
        <>
          <p>
            <strong>{labels.added}</strong>
          </p>
          <PermissionList permissions={added} held mixed />
        </>
      )}
      {removed.length === 0 ? null : (
        <>
          <p>
            <strong>{labels.removed}</strong>
          </p>
          <PermissionList permissions={removed} held={false} mixed />
        </>
      )}
      {kept.length === 0 ? null : (
        <details>
          <summary>
            {labels.kept} ({formats.number(kept.length)})
          </summary>
          <PermissionList permissions={kept} held mixed />
        </details>
      )}
    </div>
  );
}
