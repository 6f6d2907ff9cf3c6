/** What is wrong with one place of the audit. */
export type AuditFault = {
  what:
    | 'changed'
    | 'missing'
    | 'head_wrong'
    | 'value_changed'
    | 'value_missing'
    | 'value_of_nothing'
    | 'checkpoint_changed'
    | 'checkpoint_missing'
    | 'checkpoint_not_signed'
    | 'not_as_kept'
    | 'behind_what_was_kept';
  /** The table, as the database names it, or the file outside. */
  where: string;
  stream?: number;
  position?: number;
  /** The row, by its identifier. */
  id?: string;
  /** The checkpoint that contradicts it. */
  checkpoint?: number;
};
