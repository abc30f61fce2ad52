/**
 * Loaded before a server that is measured (`node --import`), and by what measures it: at the start it is noon on 1 December
 * 2026, so that the same duties lie in a calendar's window whenever this is run.
 */
const ahead = Date.parse('2026-12-01T12:00:00Z') - Number(process.env.BENCH_BEGAN ?? Date.now())
const real = Date.now
Date.now = () => real() + ahead

/** Handed to the server, so that both tell the same time. */
export const CLOCK_BEGAN = String(real() - (Date.now() - Date.parse('2026-12-01T12:00:00Z')))
