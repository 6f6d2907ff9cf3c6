import { Children, isValidElement, type ReactNode } from 'react';

type Named = { name?: unknown; label?: unknown; children?: ReactNode };

/**
 * The labels of the fields among the children, by name: the summary of errors stands before the fields and must call
 * them by their labels in the same rendering, without script.
 */
export function labelsOf(children: ReactNode): Record<string, string> {
  const labels: Record<string, string> = {};
  Children.forEach(children, (child) => {
    if (!isValidElement<Named>(child)) return;
    const { name, label, children: below } = child.props;
    if (typeof name === 'string' && typeof label === 'string') labels[name] = label;
    Object.assign(labels, labelsOf(below));
  });
  return labels;
}

/**
 * What a module calls a field at a path, where its form hides the label in another component: `<module>.field.<name>`, by the whole path, by
 * what stands around it, then by the last name in it; nothing where the module has no such word.
 */
export function wordAt(translate: (key: string) => string, module: string, path: string): string | undefined {
  const names = path.split('.');
  const around = names.map((_name, at) => names.slice(0, names.length - at).join('.'));
  for (const name of [...around, ...names.toReversed()]) {
    const key = `${module}.field.${name}`;
    const word = translate(key);
    if (word !== key) return word;
  }
  return undefined;
}

/** The label of the field at a path: its own, or that of the nearest field around it. */
export function labelAt(labels: Record<string, string>, path: string): { name: string; label: string } | undefined {
  for (let name = path; name !== ''; name = name.split('.').slice(0, -1).join('.')) {
    const label = labels[name];
    if (label !== undefined) return { name, label };
  }
  return undefined;
}
