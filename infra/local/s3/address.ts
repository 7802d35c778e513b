/** The raw request path in, bucket and key out. Nothing is normalised: `..`, `//` and `+` are parts of a key like any other. */
import { ApiError } from '../api-error.ts';
import { LOCAL_LIMITS } from '../limits.ts';

export interface Address {
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
}

/** `/news/in/a%2Bb%20c.html?versionId=1` //=> bucket `news`, key `in/a+b c.html` */
export function readAddress(url: string): Address {
  const { path, query } = splitQuery(url);
  const { bucket, key } = splitPath(path.slice(1));
  return { bucket, key, query: new URLSearchParams(query) };
}

export interface CopySource {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string | null;
}

/** Value of `x-amz-copy-source`: percent-encoded, with or without a slash in front. */
export function readCopySource(value: string): CopySource {
  const { path, query } = splitQuery(value);
  const { bucket, key } = splitPath(path.startsWith('/') ? path.slice(1) : path);
  return { bucket, key, versionId: new URLSearchParams(query).get('versionId') };
}

function splitQuery(url: string): { readonly path: string; readonly query: string } {
  const mark = url.indexOf('?');
  return mark < 0 ? { path: url, query: '' } : { path: url.slice(0, mark), query: url.slice(mark + 1) };
}

function splitPath(path: string): { readonly bucket: string; readonly key: string } {
  const slash = path.indexOf('/');
  const bucket = decode(slash < 0 ? path : path.slice(0, slash));
  const key = decode(slash < 0 ? '' : path.slice(slash + 1));
  if (Buffer.byteLength(key) > LOCAL_LIMITS.keyBytes)
    throw new ApiError('KeyTooLongError', 400, 'Your key is too long');
  return { bucket, key };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    const error = new ApiError('InvalidURI', 400, "Couldn't parse the specified URI.");
    error.cause = cause;
    throw error;
  }
}
