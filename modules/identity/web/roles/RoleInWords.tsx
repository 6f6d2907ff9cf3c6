import { usePage } from '@qantara/ui';
import {
  AREA_NAMES,
  AREAS_OF_WORK,
  EVERYONE,
  MARKS,
  needsOrganisation,
  ON_PEOPLE,
  scopeOf,
  type AreaOfWork,
} from '../../domain/index.ts';
import { PermissionList } from './PermissionList.tsx';
import { permissionWords } from './role-words.ts';

type Family = 'class' | 'field' | 'purpose';

/** One family of marks: what is let through, and what is not. */
function MarkFamily({ family, held }: { family: Family; held: ReadonlySet<string> }) {
  const { t } = usePage();
  const marks = MARKS[family];
  return (
    <section className="role-area" aria-labelledby={`marks-${family}`}>
      <h3 id={`marks-${family}`}>{t(`identity.roles.marks.${family}`)}</h3>
      {family === 'class' ? <p>{t('identity.roles.ordinary')}</p> : null}
      <PermissionList permissions={marks.filter((mark) => held.has(mark))} held />
      <PermissionList permissions={marks.filter((mark) => !held.has(mark))} held={false} />
    </section>
  );
}

function Marks({ permissions }: { permissions: readonly string[] }) {
  const { t } = usePage();
  const held = new Set(permissions);
  if (!needsOrganisation(permissions)) return <p>{t('identity.roles.no_people')}</p>;
  return (
    <>
      <section className="role-area" aria-labelledby="marks-scope">
        <h3 id="marks-scope">{t('identity.roles.marks.scope')}</h3>
        <p>{permissionWords(t, `scope:${scopeOf(permissions)}`)}</p>
      </section>
      {(['class', 'field', 'purpose'] as const).map((family) => (
        <MarkFamily key={family} family={family} held={held} />
      ))}
    </>
  );
}

function Area({ area, held }: { area: AreaOfWork; held: ReadonlySet<string> }) {
  const { t } = usePage();
  const all: readonly string[] = AREAS_OF_WORK[area];
  const [yes, no] = [all.filter((one) => held.has(one)), all.filter((one) => !held.has(one))];
  return (
    <section className="role-area" aria-labelledby={`area-${area}`}>
      <h3 id={`area-${area}`}>{t(`identity.roles.area.${area}`)}</h3>
      {yes.some((one) => ON_PEOPLE.includes(one)) ? <p>{t('identity.roles.about_people')}</p> : null}
      <PermissionList permissions={yes} held />
      {no.length === 0 ? null : (
        <details>
          <summary>{t('identity.roles.cannot_here', { count: no.length })}</summary>
          <PermissionList permissions={no} held={false} />
        </details>
      )}
    </section>
  );
}

/** What somebody with these permissions can do and cannot do, in sentences: whose records, which parts, and by area of work. */
export function RoleInWords({ permissions }: { permissions: readonly string[] }) {
  const { t } = usePage();
  const held = new Set([...permissions, ...EVERYONE]);
  return (
    <>
      <section aria-labelledby="records">
        <h2 id="records">{t('identity.roles.records_title')}</h2>
        <Marks permissions={permissions} />
      </section>
      <section aria-labelledby="work">
        <h2 id="work">{t('identity.roles.work_title')}</h2>
        {AREA_NAMES.map((area) => (
          <Area key={area} area={area} held={held} />
        ))}
      </section>
    </>
  );
}
