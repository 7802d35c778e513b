/** The folder that `cdk synth` wrote in, the one template of the wanted stack out. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject, type Json, type JsonObject, objectAt, optionalText, parseJson, textAt } from '../json.ts';

export interface Resource {
  readonly type: string;
  readonly properties: JsonObject;
  readonly condition: string | null;
}

export interface Template {
  readonly stackName: string;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly conditions: JsonObject;
  readonly mappings: JsonObject;
  /** Defaults of the parameters; there is nobody to ask for others. */
  readonly parameters: Readonly<Record<string, Json>>;
  readonly outputs: JsonObject;
}

const END = '.template.json';

export async function readTemplate(assembly: string, wanted: string | undefined): Promise<Template> {
  const names = (await readdir(assembly))
    .filter((file) => file.endsWith(END))
    .map((file) => file.slice(0, -END.length));
  const stackName = wanted ?? (names.length === 1 ? names[0] : undefined);
  if (stackName === undefined || !names.includes(stackName)) {
    throw new Error(
      `${assembly} has ${names.length} stacks (${names.join(', ')}), not the one wanted: ${wanted ?? 'any'}`,
    );
  }
  const template = parseJson(await readFile(join(assembly, stackName + END), 'utf8'));
  if (!isObject(template)) throw new Error(`the template of ${stackName} is not an object`);
  return parseTemplate(stackName, template);
}

export function parseTemplate(stackName: string, template: JsonObject): Template {
  const resources = Object.keys(objectAt(template, 'Resources')).map((id) => {
    const resource = objectAt(objectAt(template, 'Resources'), id);
    const condition = optionalText(resource, 'Condition');
    return [id, { type: textAt(resource, 'Type'), properties: objectAt(resource, 'Properties'), condition }] as const;
  });
  const parameters = Object.keys(objectAt(template, 'Parameters')).map((name) => {
    const parameter = objectAt(objectAt(template, 'Parameters'), name);
    return [name, parameter['Default'] ?? ''] as const;
  });
  return {
    stackName,
    resources: new Map(resources),
    conditions: objectAt(template, 'Conditions'),
    mappings: objectAt(template, 'Mappings'),
    parameters: Object.fromEntries(parameters),
    outputs: objectAt(template, 'Outputs'),
  };
}
