/** 95% in a normal distribution. */
const z = 1.959964

/**
 * Interval that holds the true share in 95 of 100 cases, for so many hits in a total (Wilson, JASA 22 (1927) 209–212).
 * @throws RangeError when the total is not positive
 */
export function wilsonInterval(hits: number, total: number): { low: number; high: number } {
  if (total <= 0) throw new RangeError('an interval needs at least one answer')
  const share = hits / total
  const centre = (share + z ** 2 / (2 * total)) / (1 + z ** 2 / total)
  const reach = (z / (1 + z ** 2 / total)) * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2))
  return { low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) }
}
