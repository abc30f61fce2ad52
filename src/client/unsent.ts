/** Whether any edit of a board waits in this browser to be stored, of whatever draft; false where nothing can be kept. */
export function hasUnsent(kept: () => Storage = () => localStorage): boolean {
  try {
    return Object.keys(kept()).some((name) => name.startsWith('board-unsent:'))
  } catch {
    // A browser that lets no page keep anything has nothing to lose.
    return false
  }
}
