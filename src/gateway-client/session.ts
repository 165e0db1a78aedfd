import { GATEWAY_PATHS } from '#contract/gateway-paths.ts'
import { sessionAnswer } from '#contract/session.ts'
import { sendJson } from './send-json.ts'

/** Ends the session of whoever has signed in. @throws UpstreamFailure */
export async function endSession(): Promise<void> {
  await sendJson('DELETE', GATEWAY_PATHS.session, {}, sessionAnswer)
}
