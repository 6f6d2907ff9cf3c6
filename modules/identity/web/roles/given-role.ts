import { LocalizedText, refuse, type FieldFault } from '@qantara/kernel';
import type { FormValues, TypedValues } from '@qantara/ui';
import { RoleProposal, type RoleTemplate } from '../../contract/index.ts';

const required = (path: string): FieldFault => ({ path, code: 'required' });

/** Permissions come by area and by family: what is ticked in each. */
function chosenIn(permissions: unknown): string[] {
  if (typeof permissions !== 'object' || permissions === null) return [];
  return Object.values(permissions)
    .flat()
    .filter((one): one is string => typeof one === 'string');
}

/** The role as it was typed, to be looked at before it is asked for. Refuses `invalid_input` where its words are missing. */
export function readGivenRole(values: FormValues, template: RoleTemplate): RoleProposal {
  const typed = values.toObject();
  const name = LocalizedText.safeParse(typed['name']).data;
  const description = LocalizedText.safeParse(typed['description']).data;
  if (name === undefined || description === undefined)
    refuse('invalid_input', {
      fields: [
        ...(name === undefined ? [required('name')] : []),
        ...(description === undefined ? [required('description')] : []),
      ],
    });
  const scope = values.text('scope');
  const chosen = chosenIn(typed['permissions']);
  return { template, name, description, permissions: scope === undefined ? chosen : [scope, ...chosen] };
}

function parsedRole(text: unknown): RoleProposal | null {
  if (typeof text !== 'string') return null;
  try {
    return RoleProposal.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The role that a second step carries along, as it was looked at. */
export function carriedRole(values: FormValues): RoleProposal | null {
  return parsedRole(values.text('proposal'));
}

/** The same in a question that was refused. */
export function carriedInRefusal(typed: TypedValues): RoleProposal | null {
  return parsedRole(typed['proposal']);
}
