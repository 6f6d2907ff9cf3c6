import type { Config } from '@qantara/platform';

export type Say = (line: string) => void;

/** One thing that an operator does from a terminal. */
export type Command = {
  /** The words that call it: `check hsds`. */
  name: string;
  /** What follows them: `<file>`; empty where nothing does. */
  takes: string;
  /** One line for the list of commands. */
  does: string;
  /** Refuses with a `Misused` where the arguments are not what it needs. */
  run: (given: { config: Config; words: string[]; options: Record<string, string>; say: Say }) => Promise<void>;
};

/** What was typed is not what the command needs. */
export class Misused extends Error {}
