import type { Language } from '../core/rota/district.ts'
import { languageWrites } from '../data/account-store.ts'
import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import type { Context } from './context.ts'
import { done, type Result } from './refusal.ts'
import { save } from './save.ts'

export interface ChooseLanguageInput {
  readonly language: Language
}

/** Sets what the account's person reads, on pages, in messages and in their calendar. Of nobody, nothing is stored. */
export async function chooseLanguage(ctx: Context, { language }: ChooseLanguageInput): Promise<Result<null>> {
  const { actor } = ctx
  if (actor.kind !== 'account' || actor.language === language) return done(null)
  const change = { action: 'choose-language', subjectKind: 'account', subjectId: actor.accountId }
  const isRefused = await save(
    ctx,
    { districtId: INSTALLATION_CHAIN, ...change },
    languageWrites({ id: actor.accountId }, language, ctx.now),
  )
  return isRefused ?? done(null)
}
