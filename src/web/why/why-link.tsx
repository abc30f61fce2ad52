import { useText } from '../text-context.ts'

/** To the page that says why a duty is held as it is; many of them stand in one list, so each is told apart by its duty. */
export function WhyLink({ href, duty }: { readonly href: string; readonly duty: string }) {
  const { why } = useText()
  return (
    <a class="ds-link" href={href} aria-label={`${why.link} ${duty}`}>
      {why.link}
    </a>
  )
}
