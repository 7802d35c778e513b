/**
 * Retries with jitter inside the SDK; what still fails goes back to the queue. Full waits stay under a message's share of time.
 * The request's time ends with the first byte of the answer: a body that stops in the middle is the socket's to notice.
 */
export const CLIENT_BOUNDS = {
  maxAttempts: 4,
  requestHandler: {
    connectionTimeout: 1_000,
    requestTimeout: 2_000,
    socketTimeout: 2_000,
    throwOnRequestTimeout: true,
  },
} as const;
