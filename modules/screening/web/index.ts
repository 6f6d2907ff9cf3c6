export { DangerNumbers } from './DangerNumbers.tsx';
