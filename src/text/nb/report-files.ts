/** Heads of columns in a file, where no unit stands in the cell. */
export function inHours(head: string): string {
  return `${head} (timer)`
}

export function inKroner(head: string): string {
  return `${head} (kr)`
}

export function inPercent(head: string): string {
  return `${head} (%)`
}

/** Names of the files with the first and the last day, plain ASCII and without an ending. */
export function reportName(municipality: string, from: string, to: string): string {
  return `belastning-${municipality}-${from}-${to}`
}

export function payrollName(district: string, from: string, to: string): string {
  return `lonn-${district}-${from}-${to}`
}

/** To whoever reads a municipality's reports, once the quarter is over. */
export function quarterIsReady(
  municipality: string,
  district: string,
  quarter: string,
  url: string,
): { readonly subject: string; readonly body: string } {
  return {
    subject: `Belastningsrapporten for ${quarter} er klar`,
    body: [
      `Belastningsrapporten for ${municipality} i ${district}, ${quarter}, er klar. Den viser hva kommunens egne leger har båret av vakt, og hvordan det står mot grensene i avtalen.`,
      url,
      'Rapporten ligger bak innlogging. Tallene står ikke i denne e-posten, fordi de gjelder navngitte leger.',
      'Du får denne e-posten fordi du kan lese kommunens rapporter. Den kommer én gang hvert kvartal.',
    ].join('\n\n'),
  }
}
