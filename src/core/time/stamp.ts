/**
 * Epoch seconds by the installation's clock of changes: that of each change is later than that of every change before it. 0 = never
 * changed.
 */
export type Stamp = number
