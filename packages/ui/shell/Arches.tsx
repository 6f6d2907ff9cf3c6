/** The bridge that carries a page: a row of arches, the one motif of the product. */
export function Arches() {
  return (
    <svg className="arches" aria-hidden="true" focusable="false" width="100%" height="22">
      <defs>
        <pattern id="arch" width="66" height="22" patternUnits="userSpaceOnUse">
          <path d="M0 0H66V22H62C62 13 50 7 33 4C16 7 4 13 4 22H0Z" />
        </pattern>
      </defs>
      <rect width="100%" height="22" fill="url(#arch)" />
    </svg>
  );
}
