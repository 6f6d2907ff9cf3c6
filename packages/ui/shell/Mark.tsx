/** The sign of the product: two spans of a bridge and the water under them. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 48 32" aria-hidden="true" focusable="false">
      <path d="M0 4H48V11H0Z" />
      <path d="M1 11H47V26H44C44 19 41 15.5 35.5 13.5C30 15.5 27 19 27 26H21C21 19 18 15.5 12.5 13.5C7 15.5 4 19 4 26H1Z" />
      <path className="water" d="M1 29.5C5 28 8 31 12 29.5S20 28 24 29.5S32 31 36 29.5S44 28 47 29.5" />
    </svg>
  );
}
