export { AlertList } from './AlertList.tsx';
export { CapacityBadge } from './CapacityBadge.tsx';
export { Freshness } from './Freshness.tsx';
export { languageName } from './language-name.ts';
export { listAlertsFor } from './list-alerts-for.ts';
export { ServiceFacts } from './ServiceFacts.tsx';
export { ServiceLines } from './search/ServiceLines.tsx';
