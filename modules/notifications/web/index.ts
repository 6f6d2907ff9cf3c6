export { MessageBadge } from './MessageBadge.tsx';
