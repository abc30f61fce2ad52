/** What is said of a form that could not be received, before anything in it is read. */
export const refusedBody = {
  'too-large': {
    title: 'Det du sende, er for stort',
    sentence: 'Ingenting er lagra. Gå tilbake og send noko mindre.',
  },
  'no-form': {
    title: 'Det du sende, er ikkje eit skjema',
    sentence: 'Ingenting er lagra. Gå tilbake og bruk skjemaet på sida.',
  },
  'broken-form': {
    title: 'Skjemaet kom ikkje heilt fram',
    sentence: 'Ingenting er lagra. Gå tilbake og send det på nytt.',
  },
}
