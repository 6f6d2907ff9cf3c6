export { AgeText } from './AgeText.tsx';
export { FigurePair } from './FigurePair.tsx';
export { FigureText } from './FigureText.tsx';
export { PeriodText } from './PeriodText.tsx';
export { loadPair } from './load-pair.ts';
export { todayOf } from './today-of.ts';
export { Takeaway, type YearFigure } from './years/Takeaway.tsx';
