export { CellText } from './CellText.tsx';
export { QuoteText } from './QuoteText.tsx';
