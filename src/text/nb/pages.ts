/** Sentences of the pages outside the board. */
export const skipLink = 'Hopp til hovedinnholdet'
