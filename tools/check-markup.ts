import { report, type Complaint } from './reading/complaint.ts';
import { isNode, lineOf, literalText, nameOf, sourceOf, walk, type Source, type SyntaxNode } from './reading/source.ts';
import { readText, sourceFiles } from './reading/tree.ts';
import { isMainModule, ROOT } from './reading/root.ts';

/** Attributes whose text a person reads or hears. */
const SPOKEN = new Set([
  'title',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'placeholder',
  'alt',
  'label',
  'description',
]);

const SIDED_NAME = /(^|-)(left|right)(-|$)/;
const SIDED_KEY = /^(left|right)$|(Left|Right)([A-Z]|$)/;
const SIDED_VALUE = /(^|[\s,(])(left|right)(?=$|[\s,;)!])/;

/** No words in components, because they would stay in one language; no sides in styles, because Arabic has them the other way round. */
export function checkMarkup(root: string): Complaint[] {
  const files = sourceFiles(root).filter((path) => /^(packages|modules|apps)\//.test(path));
  return [
    ...files.filter((path) => path.endsWith('.tsx')).flatMap((path) => checkComponent(sourceOf(root, path))),
    ...files.filter((path) => path.endsWith('.css')).flatMap((path) => checkStylesheet(path, readText(root, path))),
  ];
}

function checkComponent(source: Source): Complaint[] {
  const complaints: Complaint[] = [];
  const complain = (node: SyntaxNode, rule: string, detail: string): void => {
    complaints.push({ file: `${source.path}:${lineOf(source, node)}`, rule, detail });
  };
  walk(source.program, (node) => {
    const words = wordsOf(node);
    if (words !== undefined) complain(node, 'literal text', `"${words.trim()}" belongs in a catalogue`);
    const side = sideOf(node);
    if (side !== undefined) complain(node, 'sided style', `${side}: use start and end`);
  });
  return complaints;
}

function wordsOf(node: SyntaxNode): string | undefined {
  const text = node.type === 'JSXText' ? String(node['value']) : (childText(node) ?? attributeText(node));
  return text !== undefined && /\p{L}/u.test(text) ? text : undefined;
}

// `<p>{'Hello'}</p>`: an expression among the children; one in an attribute is looked at with its name.
function childText(node: SyntaxNode): string | undefined {
  if (node.type !== 'JSXElement' && node.type !== 'JSXFragment') return undefined;
  const children = Array.isArray(node['children']) ? node['children'] : [];
  return children
    .filter((child) => isNode(child) && child.type === 'JSXExpressionContainer')
    .map((child) => literalText(child.expression))
    .find((text) => text !== undefined && /\p{L}/u.test(text));
}

function attributeText(node: SyntaxNode): string | undefined {
  if (node.type !== 'JSXAttribute' || !SPOKEN.has(nameOf(node['name']) ?? '')) return undefined;
  const value = node['value'];
  return literalText(isNode(value) && value.type === 'JSXExpressionContainer' ? value['expression'] : value);
}

function sideOf(node: SyntaxNode): string | undefined {
  if (node.type !== 'JSXAttribute') return undefined;
  const name = nameOf(node['name']);
  const value = isNode(node['value']) ? (node['value']['expression'] ?? node['value']) : undefined;
  if (name === 'placement') return /^(left|right)/.exec(literalText(value) ?? '')?.[0];
  if (name !== 'style' || !isNode(value) || !Array.isArray(value['properties'])) return undefined;
  return value['properties'].map(sidedProperty).find((side) => side !== undefined);
}

function sidedProperty(property: unknown): string | undefined {
  if (!isNode(property) || property.type !== 'Property') return undefined;
  const key = nameOf(property['key']) ?? '';
  if (SIDED_KEY.test(key)) return key;
  return SIDED_VALUE.test(literalText(property['value']) ?? '')
    ? `${key}: ${literalText(property['value'])}`
    : undefined;
}

function checkStylesheet(path: string, text: string): Complaint[] {
  const plain = text.replaceAll(/\/\*[^]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '));
  return [...plain.matchAll(/([a-zA-Z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].flatMap((match) => {
    const [, name = '', value = ''] = match;
    if (name.startsWith('--') || (!SIDED_NAME.test(name) && !SIDED_VALUE.test(value))) return [];
    const line = plain.slice(0, match.index).split('\n').length;
    return [{ file: `${path}:${line}`, rule: 'sided style', detail: `${name}: ${value.trim()}: use start and end` }];
  });
}

if (isMainModule(import.meta.url)) process.exitCode = report(checkMarkup(ROOT)) ? 0 : 1;
