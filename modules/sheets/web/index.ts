export { SheetCodeForm } from './SheetCodeForm.tsx';
