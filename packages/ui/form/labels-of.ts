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

/** The label of the field at a path: its own, or that of the nearest field around it. */
export function labelAt(labels: Record<string, string>, path: string): { name: string; label: string } | undefined {
  for (let name = path; name !== ''; name = name.split('.').slice(0, -1).join('.')) {
    const label = labels[name];
    if (label !== undefined) return { name, label };
  }
  return undefined;
}
