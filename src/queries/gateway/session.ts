import { useMutation } from '@tanstack/react-query'
import { endSession } from '#gateway-client/session.ts'

/** Signs out. */
export function useSignOut() {
  return useMutation({ mutationFn: endSession })
}
