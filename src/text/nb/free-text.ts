/** Beside every field in which people write freely: all that is kept of why somebody is exempt is sealed, and this would not be. */
export const nothingOfHealth =
  'Skriv ikke noe om pasienter, om helse eller om hvorfor noen er borte eller fritatt.'
