/** What refused uploads are told from others by, where they are kept for a time of their own. */
export const REFUSED_TAG = { Key: 'wirefold', Value: 'refused' } as const;
