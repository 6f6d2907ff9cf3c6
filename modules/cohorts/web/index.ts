export { PersonCohorts } from './PersonCohorts.tsx';
