/** By what is known of their date articles can be asked for: each status that a record may have, and `doubtful` for all but `stated`. */
export const DATE_FILTERS = ['stated', 'stated-zone-assumed', 'estimated', 'disputed', 'missing', 'doubtful'] as const;
export type DateFilter = (typeof DATE_FILTERS)[number];
