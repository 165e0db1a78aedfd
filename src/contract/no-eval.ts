import * as z from 'zod/mini'

// zod would otherwise try eval, which the content policy forbids. It decides as a schema is made: whatever
// makes schemas of its own imports this first.
z.config({ jitless: true })
