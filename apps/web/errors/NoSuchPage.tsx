import { data } from 'react-router';

/** An address that leads nowhere. */
export function loader(): never {
  throw data(null, { status: 404 });
}

/** Never shown: the loader always throws. */
export default function NoSuchPage() {
  return null;
}
