// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** A form as data: its questions in three languages. A version is never changed; a new one is added. */
export interface FormsDefinitionTable {
  code: string;
  version: number;
  title: Json;
  /** FormBody of the contract: sections, questions, choices. */
  body: Json;
  created_at: ColumnType<Date, Date | string, Date | string>;
}

/** What one person answered to one version of a form. */
export interface FormsResponseTable {
  person_id: string;
  response_id: string;
  code: string;
  version: number;
  answers: Json;
  channel: 'self' | 'navigator' | 'telephone' | 'paper';
  locale: 'ar' | 'fr' | 'en';
  entered_by: ColumnType<string | null, string | null | undefined, string | null>;
  answered_at: ColumnType<Date, Date | string, Date | string>;
}

export interface FormsTables {
  'forms.definition': FormsDefinitionTable;
  'forms.response': FormsResponseTable;
}
