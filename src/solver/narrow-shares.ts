/** What is shared out by rates: the sum, and per person the rate and the least and most that they can hold. */
export interface ToShare {
  readonly sum: number
  readonly rate: readonly number[]
  readonly least: readonly number[]
  readonly most: readonly number[]
}

/**
 * Per person the even share, moved as little as the least possible difference asks for: with counts c and rates r that is the
 * fewest steps above which no two persons p, q need have |r_p·c_q − r_q·c_p|. Where somebody holds much already, the others'
 * even shares are too even. It leads a search and proves nothing: what forbids slots beside each other is left out of account.
 */
export function narrowShares(shared: ToShare, step: number): number[] {
  let low = 0
  let high = MOST_STEPS
  while (low < high) {
    const middle = (low + high) >> 1
    if (isWideEnough(shared, middle * step)) high = middle
    else low = middle + 1
  }
  const wide = high * step
  if (!isWideEnough(shared, wide)) return evenWithin(shared, shared.least, shared.most)
  return evenWithin(shared, pushed(shared, shared.least, 1, wide), pushed(shared, shared.most, -1, wide))
}

/** A difference of more steps than this leads nowhere. */
const MOST_STEPS = 256

function isWideEnough(shared: ToShare, wide: number): boolean {
  const least = pushed(shared, shared.least, 1, wide)
  const most = pushed(shared, shared.most, -1, wide)
  const fits = least.every((count, person) => count <= most[person]!)
  return fits && total(least) <= shared.sum && shared.sum <= total(most)
}

/** The least counts from `from` upwards (or the most, downwards) among which no pair differs by more than `wide`. */
function pushed(
  { sum, rate }: ToShare,
  from: readonly number[],
  direction: 1 | -1,
  wide: number,
): readonly number[] {
  const counts = [...from]
  for (let isMoving = true; isMoving; ) {
    isMoving = false
    counts.forEach((own, p) => {
      rate.forEach((other, q) => {
        const edge = (other * own - direction * wide) / rate[p]!
        const pushedTo = direction === 1 ? Math.ceil(edge) : Math.floor(edge)
        if (direction * (pushedTo - counts[q]!) <= 0 || counts[q]! > sum || counts[q]! < 0) return
        counts[q] = pushedTo
        isMoving = true
      })
    })
  }
  return counts
}

/** Shares by rate that keep within their ends and come to the sum, or as near to it as the ends let them. */
function evenWithin({ sum, rate }: ToShare, least: readonly number[], most: readonly number[]): number[] {
  const at = (level: number) =>
    rate.map((own, person) => Math.min(most[person]!, Math.max(least[person]!, level * own)))
  let low = 0
  let high = 1 + Math.max(...most)
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2
    if (total(at(middle)) < sum) low = middle
    else high = middle
  }
  return at(high)
}

/** Enough for sixty-fourths of a day. */
const HALVINGS = 60

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
