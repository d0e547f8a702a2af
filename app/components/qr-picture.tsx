import type { Qr } from '#domain/meeting/guests.ts';

/** Dark squares on their own white ground, in dark surroundings too: that is how it is read. */
export const QrPicture = ({ qr: { size, path }, label }: { qr: Qr; label: string }) => (
  <svg
    className="qr"
    viewBox={`0 0 ${size} ${size}`}
    role="img"
    aria-label={label}
    shapeRendering="crispEdges"
  >
    <rect width={size} height={size} fill="#fff" />
    <path d={path} fill="#1b2524" />
  </svg>
);
