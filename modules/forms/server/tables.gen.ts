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
  /** What the form is for; it says in which lists of the program it is offered. */
  purpose: 'screening' | 'intake' | 'survey' | 'application' | 'inspection';
  state: ColumnType<'drafted' | 'published' | 'superseded', 'drafted' | 'published' | 'superseded' | undefined, 'drafted' | 'published' | 'superseded'>;
  /** Rises with each change of a draft, so that two people do not undo each other's work unseen. */
  revision: ColumnType<number, number | undefined, number>;
  /** The identifier of this version, by which events name it. */
  form_id: ColumnType<string, string | undefined, string>;
  written_by: ColumnType<string | null, string | null | undefined, string | null>;
  written_at: ColumnType<Date, Date | string, Date | string>;
  published_by: ColumnType<string | null, string | null | undefined, string | null>;
  published_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  superseded_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
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
  /** When it was given; of a partial one, when somebody last went on with it. */
  answered_at: ColumnType<Date, Date | string, Date | string>;
  /** partial: begun and to be gone on with; whole: given, and never changed again. */
  state: ColumnType<'partial' | 'whole', 'partial' | 'whole' | undefined, 'partial' | 'whole'>;
  revision: ColumnType<number, number | undefined, number>;
}

export interface FormsTables {
  'forms.definition': FormsDefinitionTable;
  'forms.response': FormsResponseTable;
}
