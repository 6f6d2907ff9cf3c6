/** A code as it is handed to a person: large, alone, selected whole by one touch. */
export function CodeCard({ label, code, hint }: { label: string; code: string; hint: string }) {
  return (
    <div className="access-code">
      <p>{label}</p>
      <bdi dir="ltr" className="code">
        {code}
      </bdi>
      <p className="hint">{hint}</p>
    </div>
  );
}
