import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { checkEvidence } from './check-evidence.ts';
import { report, type Complaint } from './reading/complaint.ts';
import { isMainModule, ROOT } from './reading/root.ts';
import { filesUnder, readText, workspaces } from './reading/tree.ts';

const MOST_LINES: Record<string, number> = {
  'README.md': 120,
  'ARCHITECTURE.md': 200,
  'CONTRIBUTING.md': 150,
  'GLOSSARY.md': 400,
};
const MODULE_HEADINGS = ['What is this', 'Words', 'States', 'Who may', 'Depends on', 'Decisions'];

/** The pages lead somewhere, answer the questions they must, and stay short enough to be read. */
export function checkDocs(root: string): Complaint[] {
  const pages = filesUnder(root, '.').filter((path) => path.endsWith('.md'));
  const modules = workspaces(root)
    .map(({ folder }) => folder)
    .filter((folder) => folder.startsWith('modules/'));
  return [
    ...pages.flatMap((path) => checkLinks(root, path)),
    ...Object.keys(MOST_LINES).flatMap((path) =>
      pages.includes(path) ? [] : [{ file: path, rule: 'page missing', detail: 'every clone has it' }],
    ),
    ...pages.flatMap((path) => checkLength(root, path)),
    ...modules.flatMap((folder) => checkModulePage(root, folder)),
    ...checkMap(root, modules),
    ...checkGlossary(root),
    ...checkEvidence(root, pages),
  ];
}

function checkLength(root: string, path: string): Complaint[] {
  const most = MOST_LINES[path] ?? (posix.basename(path) === 'README.md' ? 120 : Infinity);
  const lines = readText(root, path).trimEnd().split('\n').length;
  return lines > most ? [{ file: path, rule: 'page size', detail: `${lines} lines of ${most}` }] : [];
}

function withoutCode(text: string): string {
  return text.replaceAll(/```[^]*?```/g, '').replaceAll(/`[^`\n]*`/g, '');
}

function checkLinks(root: string, path: string): Complaint[] {
  const links = [...withoutCode(readText(root, path)).matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)].map(
    ([, link = '']) => link,
  );
  return links.filter((link) => !/^[a-z]+:/.test(link)).flatMap((link) => linkFault(root, path, link));
}

function linkFault(root: string, path: string, link: string): Complaint[] {
  const [target = '', anchor] = link.split('#');
  const page = target === '' ? path : posix.join(posix.dirname(path), decodeURIComponent(target));
  if (!existsSync(join(root, page))) return [{ file: path, rule: 'dead link', detail: link }];
  if (anchor === undefined || !page.endsWith('.md')) return [];
  return anchorsOf(readText(root, page)).has(decodeURIComponent(anchor))
    ? []
    : [{ file: path, rule: 'dead anchor', detail: link }];
}

// As GitHub makes them: lower case, spaces to hyphens, punctuation gone, a number for a heading that comes again.
function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  for (const heading of headingsOf(text)) {
    const plain = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = plain.replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '').replaceAll(' ', '-');
    let free = anchor;
    for (let again = 1; anchors.has(free); again += 1) free = `${anchor}-${again}`;
    anchors.add(free);
  }
  return anchors;
}

function headingsOf(text: string): string[] {
  return [...text.replaceAll(/```[^]*?```/g, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map(
    ([, heading = '']) => heading,
  );
}

function checkModulePage(root: string, folder: string): Complaint[] {
  const file = `${folder}/README.md`;
  if (!existsSync(join(root, file)))
    return [{ file, rule: 'page missing', detail: 'every module answers its six questions' }];
  const headings = headingsOf(readText(root, file));
  return MODULE_HEADINGS.filter((wanted) => !headings.includes(wanted)).map((detail) => ({
    file,
    rule: 'heading missing',
    detail,
  }));
}

function checkMap(root: string, modules: string[]): Complaint[] {
  const file = 'ARCHITECTURE.md';
  if (!existsSync(join(root, file))) return [];
  const words = new Set(readText(root, file).split(/[^a-z-]+/));
  return modules
    .map((folder) => folder.replace('modules/', ''))
    .filter((name) => !words.has(name))
    .map((detail) => ({ file, rule: 'module not on the map', detail }));
}

const NEEDED_SCRIPTS: [string, RegExp][] = [
  ['en', /[a-z]/],
  ['fr', /[a-z]/],
  ['ar', /\p{Script=Arabic}/u],
];

// The columns are found by their headings, so that more of them (the name in code, the meaning) may stand in any order.
function checkGlossary(root: string): Complaint[] {
  const file = 'GLOSSARY.md';
  if (!existsSync(join(root, file))) return [];
  const complaints: Complaint[] = [];
  let columns: string[] = [];
  for (const line of readText(root, file).split('\n')) {
    const cells = line.startsWith('|')
      ? line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim())
      : [];
    if (cells.length === 0) columns = [];
    else if (columns.length === 0) columns = cells.map((cell) => cell.toLowerCase());
    else if (!cells.every((cell) => /^:?-+:?$/.test(cell))) complaints.push(...rowFaults(file, columns, cells));
  }
  return complaints;
}

function rowFaults(file: string, columns: string[], cells: string[]): Complaint[] {
  return NEEDED_SCRIPTS.filter(([language, script]) => {
    const column = columns.indexOf(language);
    return column < 0 || !script.test((cells[column] ?? '').toLowerCase());
  }).map(([language]) => ({ file, rule: 'word missing', detail: `${cells[0] ?? ''} in ${language}` }));
}

if (isMainModule(import.meta.url)) process.exitCode = report(checkDocs(ROOT)) ? 0 : 1;
