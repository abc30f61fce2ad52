/** Sentences of the rota board and of the panel for one duty. */
export const legend = 'Tegnforklaring'
