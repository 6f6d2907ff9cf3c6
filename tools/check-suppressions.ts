import { report, type Complaint } from './reading/complaint.ts';
import { isMainModule, ROOT } from './reading/root.ts';
import { isNode, lineOf, literalText, nameOf, sourceOf, walk, type Source, type SyntaxNode } from './reading/source.ts';
import { readText, sourceFiles } from './reading/tree.ts';

const SUPPRESSION =
  /@ts-(ignore|expect-error|nocheck)|(eslint|oxlint|biome|oxfmt|prettier|stylelint)-(disable|ignore)|istanbul ignore|c8 ignore/;
const LOOSE_END = /\b(TODO|FIXME|XXX|HACK)\b(?!\(#\d+\))/;

const TESTS = new Set(['test', 'it', 'describe', 'suite', 't']);

/** No rule is switched off where it hurts, no test is left out without a reason, no loose end without its issue. */
export function checkSuppressions(root: string): Complaint[] {
  const files = sourceFiles(root).filter((path) => !path.endsWith('.gen.ts'));
  return files.flatMap((path) =>
    path.endsWith('.css') ? commentFaults(path, cssComments(readText(root, path))) : checkSource(sourceOf(root, path)),
  );
}

function cssComments(text: string): string[] {
  return [...text.matchAll(/\/\*[^]*?\*\//g)].map(([comment]) => comment);
}

function commentFaults(file: string, comments: string[]): Complaint[] {
  return comments.flatMap((comment) => [
    ...(SUPPRESSION.test(comment) ? [{ file, rule: 'suppression', detail: comment.trim() }] : []),
    ...(LOOSE_END.test(comment)
      ? [{ file, rule: 'loose end', detail: `${comment.trim()} (say it as TODO(#123))` }]
      : []),
  ]);
}

function checkSource(source: Source): Complaint[] {
  const complaints = commentFaults(source.path, source.comments);
  if (!source.path.endsWith('.test.ts')) return complaints;
  walk(source.program, (node) => {
    const fault = testFault(node);
    if (fault !== undefined)
      complaints.push({ file: `${source.path}:${lineOf(source, node)}`, rule: 'test left out', detail: fault });
  });
  return complaints;
}

function testFault(node: SyntaxNode): string | undefined {
  if (node.type === 'Property') return optionFault(node);
  const callee = node['callee'];
  if (node.type !== 'CallExpression' || !isNode(callee) || callee.type !== 'MemberExpression') return undefined;
  return TESTS.has(nameOf(callee['object']) ?? '') ? callFault(callee, node) : undefined;
}

function callFault(callee: SyntaxNode, node: SyntaxNode): string | undefined {
  const name = nameOf(callee['property']);
  if (name === 'only') return '.only leaves out every other test';
  return (name === 'skip' || name === 'todo') && !isReason(callee, node) ? `.${name} says no reason` : undefined;
}

// `t.skip('no browser here')` inside a test gives its reason; `test.skip('name', …)` gives none.
function isReason(callee: SyntaxNode, node: SyntaxNode): boolean {
  const first: unknown = Array.isArray(node['arguments']) ? node['arguments'][0] : undefined;
  return nameOf(callee['object']) === 't' && isNode(first) && literalText(first) !== '';
}

function optionFault(node: SyntaxNode): string | undefined {
  const name = nameOf(node['key']) ?? '';
  const value = node['value'];
  const isBare = isNode(value) && value.type === 'Literal' && value['value'] === true;
  return isBare && ['skip', 'only', 'todo'].includes(name) ? `${name}: true says no reason` : undefined;
}

if (isMainModule(import.meta.url)) process.exitCode = report(checkSuppressions(ROOT)) ? 0 : 1;
