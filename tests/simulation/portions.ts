/** How much of a container one message of these worlds stands for: so little that a small container has several. */
export const PORTIONS = { members: 2, windowBytes: 900 };
