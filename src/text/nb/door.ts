/** What is said of a form that could not be received, before anything in it is read. */
export const refusedBody = {
  'too-large': {
    title: 'Det du sendte, er for stort',
    sentence: 'Ingenting er lagret. Gå tilbake og send noe mindre.',
  },
  'no-form': {
    title: 'Det du sendte, er ikke et skjema',
    sentence: 'Ingenting er lagret. Gå tilbake og bruk skjemaet på siden.',
  },
  'broken-form': {
    title: 'Skjemaet kom ikke helt fram',
    sentence: 'Ingenting er lagret. Gå tilbake og send det på nytt.',
  },
}
