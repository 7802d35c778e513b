/** Which extractor made a record. The version grows by one when the same bytes may give another record. */
export const EXTRACTOR = { name: 'wirefold', version: 1 } as const;
