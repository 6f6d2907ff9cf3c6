import type { Choice } from '../../../contract/index.ts';
import { PREFER_NOT_TO_SAY } from '../../answers/prefer-not-to-say.ts';
import type { Notes } from '../notes.ts';
import { termsOfCell } from '../terms.ts';
import type { ChoiceList } from './bench.ts';
import type { SheetRow } from './lines.ts';

const KNOWN = new Set(['list_name', 'name', 'value', 'order', 'qantara_exclusive', 'qantara_code', 'qantara_terms']);
const LONGEST = 60;
export const MOST_CHOICES = 300;

function codeOf(row: SheetRow, notes: Notes): string | undefined {
  const said = row.cells.get('qantara_code') ?? row.cells.get('name') ?? row.cells.get('value');
  if (said === undefined || said.length <= LONGEST) return said;
  const code = said.slice(0, LONGEST).toWellFormed().trim();
  notes.add('choice_code_changed', { sheet: 'choices', row: row.at, column: 'name', word: said });
  return code;
}

function choiceOf(row: SheetRow, code: string, notes: Notes): Choice {
  const text = row.texts.get('label');
  if (text === undefined) notes.add('label_missing', { sheet: 'choices', row: row.at, column: 'label', word: code });
  const terms = termsOfCell(row.cells.get('qantara_terms') ?? '').slice(0, 10);
  return {
    code,
    text: text ?? { en: code },
    ...(row.cells.get('qantara_exclusive') === 'yes' ? { isExclusive: true } : {}),
    ...(terms.length > 0 ? { terms } : {}),
  };
}

function noteColumns(rows: readonly SheetRow[], notes: Notes): boolean {
  const strange = new Map<string, number>();
  for (const row of rows)
    for (const column of row.cells.keys()) if (!KNOWN.has(column) && !strange.has(column)) strange.set(column, row.at);
  for (const [column, row] of strange) notes.add('column_left_out', { sheet: 'choices', row, column, word: column });
  return strange.size > 0;
}

/** The lists of choices by their names. "Prefer not to say" is taken out: here every question may be answered with it. */
export function readChoices(rows: readonly SheetRow[], notes: Notes): Map<string, ChoiceList> {
  const lists = new Map<string, ChoiceList>();
  const filterColumns = noteColumns(rows, notes);
  for (const row of rows) {
    const name = row.cells.get('list_name');
    const code = codeOf(row, notes);
    if (name === undefined || code === undefined) continue;
    const list = lists.get(name) ?? { choices: [], filterColumns };
    lists.set(name, list);
    if (code === PREFER_NOT_TO_SAY) continue;
    if (list.choices.length < MOST_CHOICES) list.choices.push(choiceOf(row, code, notes));
    else notes.add('too_many', { sheet: 'choices', column: 'list_name', word: name });
  }
  return lists;
}
