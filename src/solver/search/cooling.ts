/** Share of the first temperature left when `progress` (0–1) of the search is done: halved again and again, straight in between. */
export function coolness(progress: number, halvings: number): number {
  const steps = Math.min(1, progress) * halvings
  const whole = Math.floor(steps)
  let share = 1 - (steps - whole) / 2
  for (let i = 0; i < whole; i++) share /= 2
  return share
}

/** 4096 evenly likely values of −ln(u), 0 < u < 1: annealing without a logarithm, whose last bit engines do not agree on. */
export const EXPONENTIALS: Float64Array = exponentials(4096)

function exponentials(count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => -logarithm((i + 0.5) / count))
}

/** ln(x) for 0 < x ≤ 1 by halving and the series of 2·artanh; only additions, products and quotients. */
function logarithm(x: number): number {
  let value = x
  let halvings = 0
  while (value < 0.75) {
    value *= 2
    halvings++
  }
  const z = (value - 1) / (value + 1)
  let term = z
  let sum = 0
  for (let n = 1; n < 30; n += 2) {
    sum += term / n
    term *= z * z
  }
  return 2 * sum - halvings * Math.LN2
}
