import { join } from 'node:path';
import { parseSync } from 'vite';
import { readText } from './tree.ts';

/** A node of the syntax tree (ESTree with TypeScript), of which the tools read only a few fields. */
export type SyntaxNode = { type: string; start: number; [field: string]: unknown };

export type Import = { specifier: string; dynamic: boolean };

export type Source = { path: string; text: string; program: SyntaxNode; comments: string[]; imports: Import[] };

const parsed = new Map<string, Source>();

/** A source file as a syntax tree. A file that was read before with the same text is not read again. */
export function sourceOf(root: string, path: string): Source {
  const text = readText(root, path);
  const known = parsed.get(join(root, path));
  if (known?.text === text) return known;
  const { program, comments } = parseSync(path, text);
  const tree: SyntaxNode = { ...program };
  const found = comments.map(({ value }) => value);
  const source = { path, text, program: tree, comments: found, imports: importsOf(tree) };
  parsed.set(join(root, path), source);
  return source;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Calls the visitor for every node of the tree, outer ones first. */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit);
  }
}

/** The text of a string literal, also of a template without holes. */
export function literalText(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  const prefix = templatePrefix(node);
  return prefix !== undefined && isWholeTemplate(node) ? prefix : undefined;
}

function isWholeTemplate(node: SyntaxNode): boolean {
  return Array.isArray(node['expressions']) && node['expressions'].length === 0;
}

/** What stands before the first hole of a template: `referrals.status.` of `referrals.status.${status}`. */
export function templatePrefix(node: unknown): string | undefined {
  if (!isNode(node) || node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return undefined;
  const first: unknown = node['quasis'][0];
  if (!isNode(first)) return undefined;
  const value = first['value'];
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : undefined;
}

/** The name of an identifier, of a property that is not computed, or of a JSX name. */
export function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'MemberExpression') return nameOf(node['property']);
  return typeof node['name'] === 'string' ? node['name'] : literalText(node);
}

const STATIC = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'TSImportType']);

// `import type`, `import('…').Type` and re-exports count like any other import: a type is knowledge too.
function importsOf(program: SyntaxNode): Import[] {
  const imports: Import[] = [];
  walk(program, (node) => {
    const specifier = literalText(node['source']) ?? literalText(node['argument']);
    if (specifier === undefined) return;
    if (STATIC.has(node.type)) imports.push({ specifier, dynamic: false });
    if (node.type === 'ImportExpression') imports.push({ specifier, dynamic: true });
  });
  return imports;
}

/** The line of a place in the text, counted from 1. */
export function lineOf(source: Source, node: SyntaxNode): number {
  return source.text.slice(0, node.start).split('\n').length;
}
