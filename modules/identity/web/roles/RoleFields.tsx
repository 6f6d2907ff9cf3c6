import { CheckboxGroup, Fieldset, LocalizedTextField, RadioGroup, usePage } from '@qantara/ui';
import type { RoleProposal } from '../../contract/index.ts';
import { AREA_NAMES, AREAS_OF_WORK, COMPOSABLE, MARKS, scopeOf, type AreaOfWork } from '../../domain/index.ts';
import { permissionWords } from './role-words.ts';

type RoleFieldsProps = { role: Pick<RoleProposal, 'permissions'> & Partial<RoleProposal> };

function AreaField({ area, chosen }: { area: AreaOfWork; chosen: readonly string[] }) {
  const { t } = usePage();
  const offered = AREAS_OF_WORK[area].filter((permission) => COMPOSABLE.includes(permission));
  if (offered.length === 0) return null;
  return (
    <CheckboxGroup
      name={`permissions.${area}`}
      label={t(`identity.roles.area.${area}`)}
      options={offered.map((value) => ({ value, label: permissionWords(t, value) }))}
      defaultValue={chosen}
    />
  );
}

/** A role's name, whose records, which parts of them, and what may be done: from a template, to be changed. */
export function RoleFields({ role }: RoleFieldsProps) {
  const { t } = usePage();
  const { permissions } = role;
  return (
    <>
      <LocalizedTextField name="name" label={t('identity.field.name')} defaultValue={role.name ?? null} required />
      <LocalizedTextField
        name="description"
        label={t('identity.field.description')}
        hint={t('identity.compose.description_hint')}
        defaultValue={role.description ?? null}
        rows={2}
        required
      />
      <Fieldset legend={t('identity.roles.records_title')} hint={t('identity.compose.records_hint')}>
        <RadioGroup
          name="scope"
          label={t('identity.roles.marks.scope')}
          options={MARKS.scope.map((value) => ({ value, label: permissionWords(t, value) }))}
          defaultValue={`scope:${scopeOf(permissions)}`}
          required
        />
        {(['class', 'field', 'purpose'] as const).map((family) => (
          <CheckboxGroup
            key={family}
            name={`permissions.${family}`}
            label={t(`identity.roles.marks.${family}`)}
            {...(family === 'class' ? { hint: t('identity.roles.ordinary') } : {})}
            options={MARKS[family].map((value) => ({ value, label: permissionWords(t, value) }))}
            defaultValue={permissions}
          />
        ))}
      </Fieldset>
      <Fieldset legend={t('identity.roles.work_title')}>
        {AREA_NAMES.map((area) => (
          <AreaField key={area} area={area} chosen={permissions} />
        ))}
      </Fieldset>
    </>
  );
}
