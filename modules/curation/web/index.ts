export { StandingBadge } from './keep/StandingBadge.tsx';
