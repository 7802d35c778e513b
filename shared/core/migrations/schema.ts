/**
 * The shape of what is stored: one number for the record and for every item of the table, which names it in `schema`; without one
 * it is 1. What is older is brought up to date when it is read (upgrade.ts) and rewritten by `wirefold replay`. What is newer was
 * written by code that this one does not know: reading it as if it were known would be guessing.
 */
export const SCHEMA = 2;

/** Thrown, so that a queue keeps its message until the newer code is deployed everywhere. */
export class NewerSchema extends Error {
  constructor(what: string, schema: number) {
    super(
      `${what} was written in schema ${schema}; this version of Wirefold knows schemas up to ${SCHEMA}. Use the newer version that wrote it.`,
    );
    this.name = 'NewerSchema';
  }
}
