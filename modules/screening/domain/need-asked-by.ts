/** The need that a question of the regional screening asks for (`need_food`); undefined for any other question. */
export function needAskedBy(questionCode: string): string | undefined {
  return /^need_([a-z][a-z_]*)$/.exec(questionCode)?.[1];
}
