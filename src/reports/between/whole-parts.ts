/**
 * Parts as whole numbers that add up to the whole number nearest their sum, or to `total`: what is left goes one by one to those
 * that lost most (largest remainder), of equal ones to the first. None is negative.
 */
export function wholeParts(parts: readonly number[], total: number = Math.round(sumOf(parts))): number[] {
  const floors = parts.map(Math.floor)
  const left = total - sumOf(floors)
  const order = parts
    .map((part, index) => ({ index, lost: part - Math.floor(part) }))
    .sort((a, b) => b.lost - a.lost || a.index - b.index)
    .slice(0, left)
  const raised = new Set(order.map(({ index }) => index))
  return floors.map((floor, index) => floor + (raised.has(index) ? 1 : 0))
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
