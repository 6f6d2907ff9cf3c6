import { areaChoices } from '@qantara/territory/web';
import type { Area } from '@qantara/territory/contract';
import { RadioGroup, SelectField, usePage } from '@qantara/ui';
import type { RoleCard } from '../../contract/index.ts';
import { needsArea } from '../../domain/index.ts';
import { roleMeans, roleNameOf } from '../roles/role-words.ts';

type RoleChoiceProps = { roles: RoleCard[]; areas: Area[]; role?: string | null; areaId?: string | null };

/** Which role, and which area where some role's scope is one. */
export function RoleChoice({ roles, areas, role, areaId }: RoleChoiceProps) {
  const page = usePage();
  const { t, locale } = page;
  const offered = roles.filter(({ isRetired }) => !isRetired);
  return (
    <>
      <RadioGroup
        name="role"
        label={t('identity.field.role')}
        options={offered.map((one) => ({
          value: one.role,
          label: roleNameOf(page, { role: one.role, roleName: one.name }),
          hint: roleMeans(page, one.role, one.description),
        }))}
        defaultValue={role}
        required
      />
      {offered.some(({ permissions }) => needsArea(permissions)) ? (
        <SelectField
          name="areaId"
          label={t('field.areaId')}
          hint={t('identity.give.area_hint')}
          options={areaChoices(areas, locale)}
          emptyLabel={t('identity.give.no_area')}
          defaultValue={areaId}
        />
      ) : null}
    </>
  );
}
