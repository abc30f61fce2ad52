import { type AuditHead, type LinkFault, linkFault, type StoredAudit } from '../data/audit-store.ts'

export type { StoredAudit }

/** The end of a chain as it was at some time, kept where whoever runs the installation can't change it. */
export interface KeptHead extends AuditHead {
  readonly chain: string
}

export type ChainFault =
  | { readonly kind: LinkFault; readonly seq: number }
  /** The kept end is not there any more: rows were taken from the end, or the whole chain. */
  | { readonly kind: 'cut'; readonly seq: number }
  /** Another row stands where the kept end stood: the chain was written anew from there or before. */
  | { readonly kind: 'rewritten'; readonly seq: number }

export interface ChainVerdict {
  readonly chain: string
  readonly rows: number
  readonly head: AuditHead
  /** The first that is wrong; null when all hold. */
  readonly fault: ChainFault | null
}

const START: AuditHead = { seq: 0, hash: '' }

/**
 * Walks every chain of the log and says of each whether it is as it was written. Hashes are of what lies there, not of a secret, so
 * that only `kept` ends tell of rows taken from the end or of a chain that somebody wrote anew. Rows come in any order.
 */
export async function verifyAudit(
  stored: Iterable<StoredAudit>,
  kept: readonly KeptHead[],
  hash: (text: string) => Promise<string>,
): Promise<ChainVerdict[]> {
  const chains = new Map<string, StoredAudit[]>(kept.map(({ chain }) => [chain, []]))
  for (const row of stored) {
    const rows = chains.get(row.district_id) ?? []
    rows.push(row)
    chains.set(row.district_id, rows)
  }
  const names = [...chains.keys()].sort()
  return Promise.all(
    names.map((chain) =>
      verifyChain(
        chain,
        chains.get(chain) ?? [],
        kept.filter((head) => head.chain === chain),
        hash,
      ),
    ),
  )
}

async function verifyChain(
  chain: string,
  rows: readonly StoredAudit[],
  kept: readonly KeptHead[],
  hash: (text: string) => Promise<string>,
): Promise<ChainVerdict> {
  let head = START
  let fault: ChainFault | null = null
  for (const row of rows.toSorted((a, b) => a.seq - b.seq)) {
    const kind: LinkFault | undefined = fault ? undefined : await linkFault(hash, head, row)
    if (kind) fault = { kind, seq: row.seq }
    head = { seq: row.seq, hash: row.hash }
  }
  return { chain, rows: rows.length, head, fault: fault ?? keptFault(rows, head, kept) }
}

function keptFault(
  rows: readonly StoredAudit[],
  head: AuditHead,
  kept: readonly KeptHead[],
): ChainFault | null {
  const hashAt = new Map(rows.map(({ seq, hash }) => [seq, hash]))
  for (const { seq, hash } of kept) {
    if (seq > head.seq) return { kind: 'cut', seq: head.seq + 1 }
    if (hashAt.get(seq) !== hash) return { kind: 'rewritten', seq }
  }
  return null
}

/** An end as a line of text, as it is mailed each night and kept in files. */
export function keptLine({ chain, seq, hash }: KeptHead): string {
  return `${chain} ${seq} ${hash}`
}

/** The ends in a text, whatever else stands in it: lines of a mail, also where they are quoted. */
export function keptHeadsIn(text: string): KeptHead[] {
  return [...text.matchAll(/^[>\s]*(\S+) (\d+) ([0-9a-f]{64})\s*$/gm)].map(
    ([, chain = '', seq, hash = '']) => ({
      chain,
      seq: Number(seq),
      hash,
    }),
  )
}
