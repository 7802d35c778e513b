/** Form-encoded keys of S3 events, decoded exactly once. Promise: `decodeKey(encodeKey(key))` is `key`. */
import { Rejection } from './rejection.ts';

/** S3 sends form-encoded keys: `+` is a space, so it is replaced before the percent signs are. Throws `notification.malformed`. */
export function decodeKey(encoded: string): string {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '));
  } catch (cause) {
    throw new Rejection('notification.malformed', 'The key in the notification is not valid percent-encoding.', {
      cause,
    });
  }
}

/** As S3 encodes: for builders of events. Throws `URIError` for lone surrogates, which no S3 key holds. */
export function encodeKey(key: string): string {
  return encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/');
}
