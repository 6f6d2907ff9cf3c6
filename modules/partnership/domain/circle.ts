/** A point of a drawing whose middle is 0, 0. */
export type Point = { x: number; y: number };

/** Points one after another around a circle, the first at the top; clockwise, as a clock is read in every language. */
export function aroundCircle(count: number, radius: number): Point[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count - Math.PI / 2;
    return { x: Math.round(radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) };
  });
}
