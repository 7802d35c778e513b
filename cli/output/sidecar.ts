/** What became of a file of metadata. In: its state. Out: lines for people: whose metadata they are, and whether they are used. */
import type { SidecarObject } from '../../shared/pipeline/query-sidecar.ts';
import { visible } from './visible.ts';

const FATES: Readonly<Record<SidecarObject['fileState'], string>> = {
  stored: 'That file is stored with them.',
  missing: 'That file is not here yet: they are kept for it, whenever it comes.',
  container: 'That file holds several articles, and these are no metadata of one: they are not used.',
  sidecar: 'That file is metadata itself: they are not used.',
  rejected: 'That file was refused, so they are not used.',
  removed: 'That file was removed: they are kept, should it come back.',
  'taken-down': 'That file was taken down: they are not used.',
};

export function sidecarLines({ key, at, file, fileState, gives }: SidecarObject): readonly string[] {
  return [
    `${visible(key)} is metadata of ${visible(file)}, uploaded at ${at}`,
    `  gives   ${gives.join(', ')}`,
    `  ${FATES[fileState]} See: wirefold show '${visible(file)}'`,
  ];
}
