import type { LocalizedText, Translate } from '@qantara/kernel';
import type { UsedPage } from '@qantara/ui';
import { RoleTemplate } from '../../contract/index.ts';

type Words = Pick<UsedPage, 't' | 'text'>;
type NamedRole = { role: string | null; roleName: LocalizedText | null };

/** The name of a role: of a shipped one in the product's words, of a composed one in those of the region; or that there is none yet. */
export function roleNameOf({ t, text }: Words, { role, roleName }: NamedRole): string {
  if (role === null) return t('identity.roles.none_yet');
  if (roleName !== null) return text(roleName).text;
  const template = RoleTemplate.safeParse(role);
  return template.success ? t(`identity.role.${template.data}`) : role;
}

/** What a role is for, in one sentence. */
export function roleMeans({ t, text }: Words, role: string, description: LocalizedText | null): string {
  if (description !== null) return text(description).text;
  const template = RoleTemplate.safeParse(role);
  return template.success ? t(`identity.role_means.${template.data}`) : '';
}

/** What one permission or mark lets somebody do; the catalogue has a sentence for each. */
export function permissionWords(t: Translate, permission: string): string {
  return t(`identity.can.${permission.replace(':', '.')}`);
}
