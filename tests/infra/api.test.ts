import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { API_ROUTES } from '../../infra/api.ts';
import { aTemplate, roleStatements } from './synthesized.ts';

const JWT = { apiJwtIssuer: 'https://login.example/', apiJwtAudience: 'desk,app' };

describe('the HTTP API', () => {
  const template = aTemplate();

  it('lets nobody in who does not sign, by no route', () => {
    const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route'));
    expect(routes).toHaveLength(API_ROUTES.length + 1);
    template.allResourcesProperties('AWS::ApiGatewayV2::Route', { AuthorizationType: 'AWS_IAM' });
    template.resourceCountIs('AWS::ApiGatewayV2::Authorizer', 0);
  });

  it('takes the tokens of an issuer that the deployment names, and then nothing else', () => {
    const tokens = aTemplate(JWT);
    tokens.allResourcesProperties('AWS::ApiGatewayV2::Route', {
      AuthorizationType: 'JWT',
      AuthorizerId: Match.anyValue(),
    });
    tokens.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      JwtConfiguration: { Issuer: JWT.apiJwtIssuer, Audience: ['desk', 'app'] },
    });
    expect(() => aTemplate({ apiJwtIssuer: JWT.apiJwtIssuer })).toThrow(
      /apiJwtAudience: issuer and audience go together/,
    );
  });

  it('limits and logs calls, and lets in web pages only where they are named', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      AccessLogSettings: { Format: Match.stringLikeRegexp('context.status') },
    });
    template.hasResourceProperties('AWS::ApiGatewayV2::Api', { CorsConfiguration: Match.absent() });
    aTemplate({ apiCorsOrigins: 'https://desk.example' }).hasResourceProperties('AWS::ApiGatewayV2::Api', {
      CorsConfiguration: Match.objectLike({ AllowOrigins: ['https://desk.example'], AllowMethods: ['GET'] }),
    });
    expect(() => aTemplate({ apiCorsOrigins: '*' })).toThrow(/apiCorsOrigins/);
  });

  it('only reads', () => {
    const actions = roleStatements(template, 'QueryRole').flatMap(({ Action }) => Action.map(String));
    expect(new Set(actions)).toEqual(
      new Set([
        ...['logs:CreateLogStream', 'logs:PutLogEvents', 's3:GetObject'],
        ...['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:BatchGetItem'],
      ]),
    );
  });
});
