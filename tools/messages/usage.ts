import { isTestFile } from '../reading/place.ts';
import { isNode, literalText, nameOf, sourceOf, templatePrefix, walk, type SyntaxNode } from '../reading/source.ts';
import { sourceFiles } from '../reading/tree.ts';

/** A place in the code that names a message, a refusal or the code of a field's fault. */
export type Mention = { file: string; key: string };

/** What the sources say of messages. `strings` and `prefixes` are all that could name one, `keys` what must. */
export type Usage = { keys: Mention[]; strings: Set<string>; prefixes: Mention[] };

const KEY_PROPERTIES = new Set(['messageKey', 'labelKey', 'titleKey', 'hintKey', 'descriptionKey']);

/** Walks every source for the messages that it names. Tests name none: they may invent keys. */
export function readUsage(root: string): Usage {
  const usage: Usage = { keys: [], strings: new Set(), prefixes: [] };
  for (const file of sourceFiles(root).filter((path) => /^(packages|modules|apps)\/.*\.tsx?$/.test(path))) {
    if (isTestFile(file)) continue;
    walk(sourceOf(root, file).program, (node) => readNode(file, node, usage));
  }
  return usage;
}

function readNode(file: string, node: SyntaxNode, usage: Usage): void {
  const text = literalText(node);
  if (text !== undefined) usage.strings.add(text);
  const prefix = templatePrefix(node);
  if (prefix?.includes('.') === true) usage.strings.add(`${prefix}*`);
  for (const key of keysNamedBy(node)) usage.keys.push({ file, key });
  if (node.type !== 'CallExpression' || !isTranslate(node['callee'])) return;
  for (const argument of alternatives(firstArgument(node))) readArgument(file, argument, usage);
}

function readArgument(file: string, argument: SyntaxNode, usage: Usage): void {
  const key = literalText(argument);
  const prefix = templatePrefix(argument);
  if (key !== undefined) usage.keys.push({ file, key });
  else if (prefix !== undefined && prefix !== '') usage.prefixes.push({ file, key: prefix });
}

function isTranslate(callee: unknown): boolean {
  return nameOf(callee) === 't' || nameOf(callee) === 'translate';
}

function firstArgument(node: SyntaxNode): unknown {
  return Array.isArray(node['arguments']) ? node['arguments'][0] : undefined;
}

/** Both sides of `isSent ? 'a' : 'b'`, and of those inside them. */
function alternatives(node: unknown): SyntaxNode[] {
  if (!isNode(node)) return [];
  if (node.type !== 'ConditionalExpression') return [node];
  return [...alternatives(node['consequent']), ...alternatives(node['alternate'])];
}

function keysNamedBy(node: SyntaxNode): string[] {
  return [...propertyValue(node), ...refusalOf(node), ...faultOf(node)];
}

// `labelKey: 'people.name'` in an object, `labelKey="people.name"` in JSX.
function propertyValue(node: SyntaxNode): string[] {
  const name =
    node.type === 'Property' ? nameOf(node['key']) : node.type === 'JSXAttribute' ? nameOf(node['name']) : '';
  if (name === undefined || !KEY_PROPERTIES.has(name)) return [];
  return alternatives(node['value']).flatMap((value) => literalText(value) ?? []);
}

function refusalOf(node: SyntaxNode): string[] {
  const isRefusal =
    (node.type === 'CallExpression' && nameOf(node['callee']) === 'refuse') ||
    (node.type === 'NewExpression' && nameOf(node['callee']) === 'Refusal');
  const codes = isRefusal ? alternatives(firstArgument(node)).flatMap((code) => literalText(code) ?? []) : [];
  return codes.map((code) => `refusal.${code}`);
}

// `{ path: 'phone', code: 'too_short' }` in a refusal, `params: { code: 'required' }` in a refinement of a schema.
function faultOf(node: SyntaxNode): string[] {
  if (node.type === 'Property' && nameOf(node['key']) === 'params') return faultCodes(node['value']);
  return properties(node).some((property) => nameOf(property['key']) === 'path') ? faultCodes(node) : [];
}

function properties(node: unknown): SyntaxNode[] {
  if (!isNode(node) || node.type !== 'ObjectExpression' || !Array.isArray(node['properties'])) return [];
  return node['properties'].filter((property) => isNode(property) && property.type === 'Property');
}

function faultCodes(node: unknown): string[] {
  const codes = properties(node).filter((property) => nameOf(property['key']) === 'code');
  return codes.flatMap((property) => literalText(property['value']) ?? []).map((code) => `validation.${code}`);
}
