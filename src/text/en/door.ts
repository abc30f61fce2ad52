/** What is said of a form that could not be received, before anything in it is read. */
export const refusedBody = {
  'too-large': {
    title: 'What you sent is too large',
    sentence: 'Nothing has been saved. Go back and send something smaller.',
  },
  'no-form': {
    title: 'What you sent is not a form',
    sentence: 'Nothing has been saved. Go back and use the form on the page.',
  },
  'broken-form': {
    title: 'The form did not arrive whole',
    sentence: 'Nothing has been saved. Go back and send it again.',
  },
}
