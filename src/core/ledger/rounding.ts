/** Weighted minutes and shares are not whole: what adding them up leaves is no minute over, and no percent. */
export const ROUNDING = 1e-6
