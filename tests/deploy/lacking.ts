/** What the emulator cannot make is taken out of the synthesized template, outside of the stack's own code. See `patches.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { isEmulated } from './patches.ts';

const Resource = z.looseObject({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).optional() });
const Template = z.looseObject({ Resources: z.record(z.string(), Resource) });

/** Alarms on calculated figures: none of the other resources refers to one. Does nothing in a real account. */
export function takeOutWhatIsLacking(file: string): void {
  if (!isEmulated()) return;
  const template = Template.parse(JSON.parse(readFileSync(file, 'utf8')));
  const kept = Object.entries(template.Resources).filter(
    ([, { Type, Properties = {} }]) => !(Type === 'AWS::CloudWatch::Alarm' && 'Metrics' in Properties),
  );
  writeFileSync(file, JSON.stringify({ ...template, Resources: Object.fromEntries(kept) }));
}
