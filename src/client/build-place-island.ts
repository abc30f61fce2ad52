/** Where the browser can do the work, the forms that start a build ask for that. */
if ('Worker' in globalThis) {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[data-build-place]'))
    field.value = 'browser'
}
