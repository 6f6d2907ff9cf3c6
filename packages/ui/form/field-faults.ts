import type { FieldFault } from '@qantara/kernel';

/** The element id of a field: `name.ar` of the form `ask` is `ask-name-ar`. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name.replace(/\[\]$/, '').replaceAll('.', '-')}`;
}

/** The faults of a field, and of the parts inside it when it has parts. */
export function faultsOf(faults: FieldFault[], name: string, withParts: boolean): FieldFault[] {
  const path = name.replace(/\[\]$/, '');
  return faults.filter((fault) => fault.path === path || (withParts && fault.path.startsWith(`${path}.`)));
}

/** The values of a message that are filled into it, with the field's label. */
export function messageValues(fault: FieldFault, label: string): Record<string, string | number> {
  return { ...fault.values, field: label };
}
