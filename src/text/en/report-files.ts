/** Heads of columns in a file, where no unit stands in the cell. */
export function inHours(head: string): string {
  return `${head} (hours)`
}

export function inKroner(head: string): string {
  return `${head} (NOK)`
}

export function inPercent(head: string): string {
  return `${head} (%)`
}

/** Names of the files with the first and the last day, plain ASCII and without an ending. */
export function reportName(municipality: string, from: string, to: string): string {
  return `load-${municipality}-${from}-${to}`
}

export function payrollName(district: string, from: string, to: string): string {
  return `payroll-${district}-${from}-${to}`
}

/** To whoever reads a municipality's reports, once the quarter is over. */
export function quarterIsReady(
  municipality: string,
  district: string,
  quarter: string,
  url: string,
): { readonly subject: string; readonly body: string } {
  return {
    subject: `The load report for ${quarter} is ready`,
    body: [
      `The load report for ${municipality} in ${district}, ${quarter}, is ready. It shows what the municipality’s own doctors have carried of duty, and how that stands against the limits of the agreement.`,
      url,
      'The report is behind sign-in. This mail holds no figures, since they are about named doctors.',
      'You get this mail because you may read the municipality’s reports. It comes once every quarter.',
    ].join('\n\n'),
  }
}
