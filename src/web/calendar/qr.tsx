import encodeQR from 'qr'

/** Light modules around the code, that readers find it by (ISO/IEC 18004 §5.3.8). */
const QUIET = 4

/** An address as a QR code, dark on light whatever the colours of the page. Its text must stand beside it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET })
  const size = rows.length
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={rows.map(runsOf).join('')} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}

/** The dark runs of one row, each a bar one module high. */
function runsOf(row: readonly boolean[], y: number): string {
  const starts = row.flatMap((isDark, x) => (isDark && !row[x - 1] ? [x] : []))
  return starts
    .map((x) => {
      const end = row.indexOf(false, x)
      const length = (end === -1 ? row.length : end) - x
      return `M${x} ${y}h${length}v1h-${length}z`
    })
    .join('')
}
