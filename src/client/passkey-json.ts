/**
 * What the browser's own `parseCreationOptionsFromJSON`, `parseRequestOptionsFromJSON` and `toJSON` do. Not by them: browsers of
 * before 2025 lack them, and some password managers hand out credentials without; so there is one way, which all take.
 */
export function toCreationOptions(
  json: PublicKeyCredentialCreationOptionsJSON,
): PublicKeyCredentialCreationOptions {
  const { rp, user, challenge, pubKeyCredParams, timeout, authenticatorSelection, attestation } = json
  return {
    rp,
    user: { ...user, id: toBytes(user.id) },
    challenge: toBytes(challenge),
    // Their words are the server's own.
    pubKeyCredParams: pubKeyCredParams as PublicKeyCredentialParameters[],
    excludeCredentials: descriptors(json.excludeCredentials),
    ...(timeout === undefined ? {} : { timeout }),
    ...(authenticatorSelection === undefined ? {} : { authenticatorSelection }),
    ...(attestation === undefined ? {} : { attestation: attestation as AttestationConveyancePreference }),
  }
}

export function toRequestOptions(
  json: PublicKeyCredentialRequestOptionsJSON,
): PublicKeyCredentialRequestOptions {
  const { challenge, timeout, rpId, userVerification } = json
  return {
    challenge: toBytes(challenge),
    allowCredentials: descriptors(json.allowCredentials),
    ...(timeout === undefined ? {} : { timeout }),
    ...(rpId === undefined ? {} : { rpId }),
    ...(userVerification === undefined
      ? {}
      : { userVerification: userVerification as UserVerificationRequirement }),
  }
}

/** What the server reads of a passkey that was made or has signed. */
export function toJson(credential: PublicKeyCredential): object {
  const { id, type, response } = credential
  const clientDataJSON = toText(response.clientDataJSON)
  return {
    id,
    rawId: toText(credential.rawId),
    type,
    clientExtensionResults: {},
    response: { clientDataJSON, ...own(response) },
  }
}

function own(response: AuthenticatorResponse): object {
  if ('attestationObject' in response) {
    const made = response as AuthenticatorAttestationResponse
    return { attestationObject: toText(made.attestationObject), transports: transportsOf(made) }
  }
  const { authenticatorData, signature, userHandle } = response as AuthenticatorAssertionResponse
  const handle = userHandle === null || userHandle === undefined ? {} : { userHandle: toText(userHandle) }
  return { authenticatorData: toText(authenticatorData), signature: toText(signature), ...handle }
}

/** Firefox before 119 tells none. */
function transportsOf(made: AuthenticatorAttestationResponse): string[] {
  return typeof made.getTransports === 'function' ? made.getTransports() : []
}

function descriptors(
  told: readonly PublicKeyCredentialDescriptorJSON[] | undefined,
): PublicKeyCredentialDescriptor[] {
  return (told ?? []).map(({ id, transports }) => ({
    id: toBytes(id),
    type: 'public-key',
    // None told is not the same as none: with an empty list some browsers look nowhere.
    ...(transports === undefined || transports.length === 0
      ? {}
      : { transports: transports as AuthenticatorTransport[] }),
  }))
}

export function toBytes(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}

function toText(bytes: ArrayBuffer): string {
  const text = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
