/** A folded note: with wax while sealed, its flap up once opened. */
export const SealMark = ({ opened = false, size = 18 }: { opened?: boolean; size?: number }) => (
  <svg
    className="sealmark"
    width={size}
    height={size}
    viewBox="0 0 18 18"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.4"
    strokeLinejoin="round"
    strokeLinecap="round"
    aria-hidden="true"
  >
    {opened ? (
      <path d="M2 8v7h14V8M2 8l7-5 7 5M2 8l7 4.4L16 8" />
    ) : (
      <>
        <path d="M2 4h14v10.5H2ZM2 4l7 5.6L16 4" />
        <circle className="wax" cx="9" cy="9.4" r="2.9" />
      </>
    )}
  </svg>
);
