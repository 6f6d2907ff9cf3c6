/** A step of a logic model as words: its name, and what stands in it. */
export type LogicColumn = { name: string; cells: string[] };
export type LogicBox = { x: number; y: number; width: number; height: number; lines: string[] };
export type LogicDrawing = {
  width: number;
  height: number;
  heads: { x: number; text: string }[];
  boxes: LogicBox[];
  arrows: { from: number; to: number; y: number }[];
};

const COLUMN = 170;
const GAP = 34;
const LINE = 18;
const PAD = 10;
const TOP = 36;
const LETTERS = 22;

/** Words set in lines of so many letters; a longer word has a line of its own. */
export function linesOf(text: string, letters: number = LETTERS): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The steps side by side in the direction of reading, with arrows between them; a step without words has only its name. */
export function logicLayout(columns: readonly LogicColumn[], direction: 'ltr' | 'rtl'): LogicDrawing {
  const width = columns.length * COLUMN + (columns.length - 1) * GAP;
  const startOf = (at: number): number => {
    const x = at * (COLUMN + GAP);
    return direction === 'rtl' ? width - x - COLUMN : x;
  };
  const heads = columns.map(({ name }, at) => ({ x: startOf(at) + COLUMN / 2, text: name }));
  const boxes: LogicBox[] = [];
  let height = TOP;
  columns.forEach(({ cells }, at) => {
    let y = TOP;
    for (const cell of cells) {
      const lines = linesOf(cell);
      const tall = lines.length * LINE + 2 * PAD;
      boxes.push({ x: startOf(at), y, width: COLUMN, height: tall, lines });
      y += tall + PAD;
    }
    height = Math.max(height, y);
  });
  const arrows = columns.slice(1).map((_, at) => {
    const [here, next] = [startOf(at), startOf(at + 1)];
    return direction === 'rtl'
      ? { from: here - 4, to: next + COLUMN + 4, y: 18 }
      : { from: here + COLUMN + 4, to: next - 4, y: 18 };
  });
  return { width, height, heads, boxes, arrows };
}
