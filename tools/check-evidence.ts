import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Complaint } from './reading/complaint.ts';
import { readText } from './reading/tree.ts';

const FOLDER = 'docs/security/';
const STATES = new Set(['met', 'partly', 'open', 'not applicable']);

/** The requirements of ASVS 5.0.0 in each of its two first levels. */
const REQUIRED: Record<string, number> = { '1': 70, '2': 183 };

type Row = { number: string; level: string; words: string; state: string; why: string };

function rowsOf(text: string): Row[] {
  return text
    .split('\n')
    .filter((line) => /^\| \d+\.\d+\.\d+ \|/.test(line))
    .map((line) => {
      const [number = '', level = '', words = '', state = '', ...why] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return { number, level, words, state, why: why.join('|') };
    });
}

function rowFaults(file: string, row: Row): Complaint[] {
  const faults: Complaint[] = [];
  if (!STATES.has(row.state)) faults.push({ file, rule: 'state unknown', detail: `${row.number} ${row.state}` });
  if (row.words === '' || row.why === '') faults.push({ file, rule: 'evidence missing', detail: row.number });
  return faults;
}

function tableFaults(file: string, text: string): Complaint[] {
  const rows = rowsOf(text);
  const faults = rows.flatMap((row) => rowFaults(file, row));
  const twice = rows.filter(({ number }, at) => rows.findIndex((one) => one.number === number) !== at);
  faults.push(...twice.map(({ number }) => ({ file, rule: 'requirement twice', detail: number })));
  for (const [level, count] of Object.entries(REQUIRED)) {
    const found = rows.filter((row) => row.level === level).length;
    if (found !== count)
      faults.push({ file, rule: 'requirement missing', detail: `level ${level}: ${found} of ${count}` });
  }
  for (const state of STATES) {
    const count = rows.filter((row) => row.state === state).length;
    const said = new RegExp(`${state} (\\d+)`, 'i').exec(text)?.[1];
    if (Number(said) !== count) faults.push({ file, rule: 'sum not true', detail: `${state}: ${said} of ${count}` });
  }
  return faults;
}

/** Whatever a page about security names as evidence is there: a table that names a test which is gone proves nothing. */
export function checkEvidence(root: string, pages: readonly string[]): Complaint[] {
  return pages
    .filter((path) => path.startsWith(FOLDER))
    .flatMap((file) => {
      const text = readText(root, file);
      const named = [...text.matchAll(/`((?:[\w.@-]+\/)+[\w.-]+\.\w+|[\w-]+\.json)`/g)].map(([, path = '']) => path);
      const gone = [...new Set(named)].filter((path) => !existsSync(join(root, path)));
      return [
        ...gone.map((detail) => ({ file, rule: 'evidence gone', detail })),
        ...(text.startsWith('# ASVS ') ? tableFaults(file, text) : []),
      ];
    });
}
