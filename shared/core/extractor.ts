/** Which extractor made a record. The version grows by one when the same bytes may give another record, if only in its schema. */
export const EXTRACTOR = { name: 'wirefold', version: 12 } as const;
