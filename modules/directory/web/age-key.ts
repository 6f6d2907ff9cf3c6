/** How an age limit is said: from, up to, between, or not at all. */
export function ageKey({
  minimumAge,
  maximumAge,
}: {
  minimumAge: number | null;
  maximumAge: number | null;
}): 'between' | 'from' | 'up_to' | null {
  const hasMinimum = minimumAge !== null && minimumAge > 0;
  if (hasMinimum && maximumAge !== null) return 'between';
  if (hasMinimum) return 'from';
  return maximumAge === null ? null : 'up_to';
}
