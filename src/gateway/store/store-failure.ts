import { causesOf, describeFailure } from '../config/failure-cause.ts'

/** What the database, or the way to it, has thrown. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure'
}

/** Whether it is the store that failed, and not what uses it. */
export function isStoreFailure(error: unknown): boolean {
  return causesOf(error).some((cause) => cause instanceof StoreFailure)
}

/** Whether the database works and does not take what it was given (SQLSTATE class 22, such as a NUL in a text). */
export function isRefusedByStore(error: unknown): boolean {
  return (
    isStoreFailure(error) &&
    causesOf(error).some(
      (cause) =>
        cause instanceof Error &&
        'code' in cause &&
        typeof cause.code === 'string' &&
        /^22\w{3}$/.test(cause.code),
    )
  )
}

/** Why the store cannot be used and what to do about it, for whoever runs the gateway. */
export function describeStoreFailure(error: unknown): string {
  return describeFailure(error, 'DATABASE_URL or DATA_FOLDER')
}
