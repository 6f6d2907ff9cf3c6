import { Icon, usePage } from '@qantara/ui';
import { ON_PEOPLE } from '../../domain/index.ts';
import { permissionWords } from './role-words.ts';

/** Permissions as sentences, each with its sign and its word: held, or not. */
export function PermissionList({ permissions, held }: { permissions: readonly string[]; held: boolean }) {
  const { t } = usePage();
  return (
    <ul className="can">
      {permissions.map((permission) => (
        <li key={permission} className={held ? 'yes' : 'no'}>
          <Icon name={held ? 'check' : 'cross'} />
          <span>
            <span className="vh">{t(held ? 'identity.roles.yes' : 'identity.roles.no')} </span>
            {permissionWords(t, permission)}
            {held && ON_PEOPLE.includes(permission) ? (
              <>
                {' '}
                <span className="about-people">{t('identity.roles.about_people')}</span>
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
