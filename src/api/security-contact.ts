/** An address of the web or of mail, as the installation gives it; undefined when it is none, since a wrong one would be worse. */
export function toContact(told = ''): string | undefined {
  const contact = told.trim()
  if (/^(https:\/\/|mailto:)[\x21-\x7e]+$/.test(contact)) return contact
  return /^[\x21-\x39\x3b-\x7e]+@[\x21-\x39\x3b-\x7e]+$/.test(contact) ? `mailto:${contact}` : undefined
}
