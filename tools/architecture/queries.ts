import type { Complaint } from '../reading/complaint.ts';
import { isGenerated, isTestFile, placeOf } from '../reading/place.ts';
import { readText, sourceFiles } from '../reading/tree.ts';

/** Where queries stand: one place for the writes and loads of a table, one for what a screen reads. */
const HOLDS_QUERIES = /-(store|view)\.ts$/;

/** What plays an intruder, and what lays out the sample region: neither serves anybody. */
const ASIDE = /^apps\/server\/(attacks|sample)\//;

const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;

/** What begins a query, what runs one that was begun elsewhere, and SQL as text: its tag, or with the word that it begins with. */
const QUERIES = [
  /\.\s*(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\s*\(/,
  /\.\s*execute(?:TakeFirst(?:OrThrow)?)?\s*\(/,
  /\bsql\s*(?:<[^`]*>)?\s*`/,
  /`\s*(?:select|insert into|update|delete from|merge into|with)\s/,
];

/** No query outside `*-store.ts` and `*-view.ts`: whoever asks what reads a table, or who sees a record, looks there alone. */
export function checkQueries(root: string): Complaint[] {
  return sourceFiles(root)
    .filter(isBound)
    .flatMap((file) => checkFile(root, file));
}

/** Tests and their builders may ask the database what they like; the platform is what asks it. */
function isBound(path: string): boolean {
  const { kind } = placeOf(path);
  const isAside =
    HOLDS_QUERIES.test(path) || isGenerated(path) || isTestFile(path) || path.endsWith('.css') || ASIDE.test(path);
  return (kind === 'modules' || kind === 'apps') && !isAside;
}

function checkFile(root: string, file: string): Complaint[] {
  const code = readText(root, file).replaceAll(COMMENT, '');
  const found = QUERIES.map((query) => query.exec(code)?.[0]).find((part) => part !== undefined);
  return found === undefined
    ? []
    : [{ file, rule: 'query', detail: `"${found.trim()}" stands in a -store or a -view` }];
}
