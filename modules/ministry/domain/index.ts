export { canonical } from './canonical.ts';
export { judgePackage, placeOf, tellsOfFew, type Known } from './judge-package.ts';
export { isLate, rollUpFigures, type Said } from './roll-up-figures.ts';
export { nextTry } from './next-try.ts';
