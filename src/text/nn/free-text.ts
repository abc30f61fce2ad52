/** Beside every field in which people write freely: all that is kept of why somebody is exempt is sealed, and this would not be. */
export const nothingOfHealth =
  'Skriv ikkje noko om pasientar, om helse eller om kvifor nokon er borte eller friteken.'
