import { Icon, usePage } from '@qantara/ui';
import { MARKS, type MarkFamily } from '../../domain/index.ts';
import { permissionWords } from './role-words.ts';

type PermissionListProps = {
  permissions: readonly string[];
  held: boolean;
  /** Each mark says of what it is: where it does not stand under the name of its family. */
  mixed?: boolean;
};

const familyOf = (permission: string): MarkFamily | undefined =>
  (Object.keys(MARKS) as MarkFamily[]).find((family) => MARKS[family].includes(permission));

function Sentence({ permission, mixed }: { permission: string; mixed: boolean }) {
  const { t } = usePage();
  const mark = permissionWords(t, permission);
  const family = mixed ? familyOf(permission) : undefined;
  if (family === undefined) return <span>{mark}</span>;
  return <span>{t('identity.roles.marked', { family: t(`identity.roles.marks.${family}`), mark })}</span>;
}

/** Permissions as sentences, each with its sign and its word: held, or not. */
export function PermissionList({ permissions, held, mixed = false }: PermissionListProps) {
  const { t } = usePage();
  if (permissions.length === 0) return null;
  return (
    <ul className="can">
      {permissions.map((permission) => (
        <li key={permission} className={held ? 'yes' : 'no'}>
          <Icon name={held ? 'check' : 'cross'} />
          <span>
            <span className="vh">{t(held ? 'identity.roles.yes' : 'identity.roles.no')} </span>
            <Sentence permission={permission} mixed={mixed} />
          </span>
        </li>
      ))}
    </ul>
  );
}
