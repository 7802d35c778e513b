/** A table whose units stand ready: how many, how they follow the load, and what else has to know. */
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { checkTypes } from '../../infra/local/template/resource-types.ts';
import { readUnitRange } from '../../infra/unit-range.ts';
import { aStack, aTemplate, synthWithNag } from './synthesized.ts';

const READY = { tableCapacity: 'provisioned', tableWriteUnits: '20-400', tableReadUnits: '30-300' };
const template = aTemplate({ ...READY, tableUtilization: '80', settleReadUnits: '1800', settleHour: '4' });

const scaled = (dimension: string) => ({ ScalableDimension: `dynamodb:${dimension}` });

describe('units of the table that stand ready', () => {
  it('begin at the least, in the index at a tenth of it', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      BillingMode: Match.absent(),
      ProvisionedThroughput: { WriteCapacityUnits: 20, ReadCapacityUnits: 30 },
      GlobalSecondaryIndexes: [
        Match.objectLike({ ProvisionedThroughput: { WriteCapacityUnits: 2, ReadCapacityUnits: 1 } }),
      ],
    });
  });

  it.each([
    ['table:WriteCapacityUnits', 20, 400],
    ['table:ReadCapacityUnits', 30, 300],
    ['index:WriteCapacityUnits', 2, 400],
    ['index:ReadCapacityUnits', 1, 300],
  ])('follow the load between both ends: %s', (dimension, MinCapacity, MaxCapacity) => {
    const at = { ...scaled(dimension), MinCapacity, MaxCapacity };
    template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', at);
    const metric = dimension.includes('Write') ? 'DynamoDBWriteCapacityUtilization' : 'DynamoDBReadCapacityUtilization';
    template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalingPolicy', {
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 80,
        PredefinedMetricSpecification: { PredefinedMetricType: metric },
      },
    });
  });

  it('are enough for settling in one hour of the day, and go back with its end; settle keeps to that hour', () => {
    template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', {
      ...scaled('table:ReadCapacityUnits'),
      ScheduledActions: [
        Match.objectLike({
          Schedule: 'cron(0 4 * * ? *)',
          ScalableTargetAction: { MinCapacity: 1800, MaxCapacity: 1800 },
        }),
        Match.objectLike({
          Schedule: 'cron(59 4 * * ? *)',
          ScalableTargetAction: { MinCapacity: 30, MaxCapacity: 300 },
        }),
      ],
    });
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ POWERTOOLS_SERVICE_NAME: 'settle', SETTLE_HOUR: '4' }) },
    });
  });

  it('are told of in the alarm on a table that takes no more', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmDescription: Match.stringLikeRegexp('raise tableWriteUnits'),
    });
  });

  it('pass cdk-nag, and run locally', () => {
    expect(() => synthWithNag(aStack(READY))).not.toThrow();
    const types = Object.values(template.toJSON()['Resources'] ?? {}).map((one) => String(Object(one).Type));
    expect(() => checkTypes(types)).not.toThrow();
  });

  it('are none unless asked for: requests are paid one by one, and settle comes when a day is due', () => {
    const plain = aTemplate();
    plain.resourceCountIs('AWS::ApplicationAutoScaling::ScalableTarget', 0);
    expect(JSON.stringify(plain.toJSON())).not.toContain('SETTLE_HOUR');
  });
});

describe('a range of units', () => {
  it.each([
    ['20-400', { least: 20, most: 400 }],
    [' 5-5 ', { least: 5, most: 5 }],
    ['0-5', null],
    ['6-5', null],
    ['5', null],
    ['5-40001', null],
  ])('%s', (text, range) => {
    expect(readUnitRange(text)).toEqual(range);
  });
});
