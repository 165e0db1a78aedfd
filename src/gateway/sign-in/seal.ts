import { hkdfSync } from 'node:crypto'
import { EncryptJWT, errors, jwtDecrypt } from 'jose'

/** What is sealed for one purpose opens for no other. */
type Purpose = 'attempt' | 'session'

/** What came of opening something sealed. */
export type Opened =
  | { readonly kind: 'opened'; readonly content: Readonly<Record<string, unknown>> }
  /** Ours, and over. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'foreign' }

/** Hands out what only a gateway of the same secret can read or make. */
export interface Seal {
  /** @param expiresAt seconds since 1970 */
  close(
    purpose: Purpose,
    content: Readonly<Record<string, unknown>>,
    expiresAt: number,
  ): Promise<string>
  open(purpose: Purpose, sealed: string): Promise<Opened>
}

/** @param now milliseconds since 1970 */
export function createSeal(secret: string, now: () => number = Date.now): Seal {
  const key = deriveKey(secret, 'seal')
  return {
    close: (purpose, content, expiresAt) =>
      new EncryptJWT({ ...content })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setAudience(purpose)
        .setIssuedAt(Math.floor(now() / 1000))
        .setExpirationTime(expiresAt)
        .encrypt(key),
    async open(purpose, sealed) {
      try {
        const currentDate = new Date(now())
        const { payload } = await jwtDecrypt(sealed, key, { audience: purpose, currentDate })
        return { kind: 'opened', content: payload }
      } catch (error) {
        return { kind: error instanceof errors.JWTExpired ? 'expired' : 'foreign' }
      }
    },
  }
}

/** A key of 32 bytes for one use of a secret. */
export function deriveKey(secret: string, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `roamboard ${use}`, 32))
}
