/** The product's mark: a gate's bar. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#0b7285" />
      <path d="M8 24V9M8 12.5h16" stroke="#fff" strokeWidth="3.2" strokeLinecap="round" fill="none" />
      <path d="M14 12.5v4M20 12.5v4" stroke="#99e9f2" strokeWidth="3.2" strokeLinecap="round" fill="none" />
    </svg>
  );
}
