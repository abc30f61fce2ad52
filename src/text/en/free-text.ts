/** Beside every field in which people write freely: all that is kept of why somebody is exempt is sealed, and this would not be. */
export const nothingOfHealth =
  'Write nothing about patients, about health or about why somebody is away or exempt.'
