/** The API described, as OpenAPI 3.1. In: its routes. Out: the document. Promise: made of the schemas that check questions and shape answers. */
import { z } from 'zod';
import { FEED_TYPE } from './json-feed.ts';
import { PROBLEM_CODES, PROBLEM_TYPE } from './problem.ts';
import type { Route } from './route.ts';
import { ArticleAnswer, ProblemDetails } from './schemas.ts';

type Json = Readonly<Record<string, unknown>>;

const DESCRIPTION = `Reads a Wirefold store: news articles, their stories, events, versions and changes. Pages go on by \`cursor\`; \`next\` is the
whole address of the next page. Articles that are withheld or embargoed do not come out. Errors are problems (RFC 9457) whose \`code\` is one
of: ${PROBLEM_CODES.join(', ')}.`;

export function openApi(routes: readonly Route[], origin: string): Json {
  return {
    openapi: '3.1.0',
    info: { title: 'Wirefold', version: '1', description: DESCRIPTION.replaceAll('\n', ' ') },
    servers: [{ url: origin }],
    security: [{ signature: [] }, { bearer: [] }],
    paths: Object.fromEntries(routes.map((route) => [route.path.replace('+}', '}'), { get: operationOf(route) }])),
    components: {
      schemas: { Article: schemaOf(ArticleAnswer), Problem: schemaOf(ProblemDetails) },
      securitySchemes: {
        signature: {
          type: 'apiKey',
          name: 'Authorization',
          in: 'header',
          description: 'AWS Signature Version 4 (the default)',
        },
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'where the deployment names an issuer',
        },
      },
    },
  };
}

function operationOf({ path, operation, summary, parameters, answers, hasFeed }: Route): Json {
  const json = { schema: withReferences(answers) };
  const feed = hasFeed === true ? { [FEED_TYPE]: { schema: { type: 'object' } } } : {};
  const problem = (description: string) => ({
    description,
    content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  return {
    operationId: operation,
    summary,
    parameters: [...pathParameters(path), ...queryParameters(parameters)],
    responses: {
      '200': { description: 'What was asked for.', content: { 'application/json': json, ...feed } },
      '304': { description: 'It is what If-None-Match names.' },
      '400': problem('A parameter is wrong or unknown.'),
      '404': problem('There is nothing of that name, or no such page.'),
      '405': problem('Only GET is answered.'),
      '406': problem('It cannot be given in the form that Accept asks for.'),
      '413': problem('The answer is too large.'),
      '500': problem('Something failed inside.'),
      '503': problem('The store is busy.'),
    },
  };
}

function pathParameters(path: string): readonly Json[] {
  const name = /\{(\w+)\+?\}/.exec(path)?.[1];
  return name === undefined ? [] : [{ name, in: 'path', required: true, schema: { type: 'string', minLength: 1 } }];
}

function queryParameters(parameters: z.ZodObject): readonly Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(parameters, { io: 'input' });
  return Object.entries(properties).map(([name, schema]) => {
    const { description, ...rest } = typeof schema === 'boolean' ? {} : schema;
    return {
      name,
      in: 'query',
      required: required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema: rest,
    };
  });
}

function schemaOf(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema);
  return rest;
}

/** The record stands in many answers, and in the document once. */
function withReferences(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema !== ArticleAnswer) return;
      for (const name of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, name);
      jsonSchema.$ref = '#/components/schemas/Article';
    },
  });
  return rest;
}
