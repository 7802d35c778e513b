/** What `list` lists: every file that anybody dropped is in one of these states. */
export const LISTED_STATES = ['stored', 'rejected', 'removed', 'taken-down'] as const;
export type ListedState = (typeof LISTED_STATES)[number];
