import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { endSession } from '#gateway-client/session.ts'

/** Where one tab of a browser tells the others that its reader has signed out. */
const CHANNEL = 'roamboard-signed-out'

/** Signs out, forgets what was asked for, and tells the other tabs. */
export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: endSession,
    onSuccess: () => {
      client.clear()
      const channel = new BroadcastChannel(CHANNEL)
      channel.postMessage('')
      channel.close()
    },
  })
}

/** Does something once the reader has signed out in another tab. @param leave always the same function */
export function useSignedOutElsewhere(leave: () => void): void {
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL)
    channel.addEventListener('message', leave)
    return () => channel.close()
  }, [leave])
}
