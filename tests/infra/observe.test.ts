/** What watches a deployment: alarms, who is told, graphs, traces, the budget; and what the functions say, which is never a word of a page. */
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { aStack, aTemplate, synthWithNag } from './synthesized.ts';

const template = aTemplate();
const EMAIL = { alarmEmail: 'desk@herald.example' };

describe('an alarm', () => {
  it.each([
    ['ErrorsAlarm', 'errors'],
    ['ThrottlesAlarm', 'may not run'],
    ['RejectedAlarm', 'refused'],
  ])('%s watches a rate over all functions or files', (id, says) => {
    const alarms = template.findResources('AWS::CloudWatch::Alarm', {
      Properties: { AlarmDescription: Match.stringLikeRegexp(says), Metrics: Match.anyValue() },
    });
    expect(Object.keys(alarms)).toEqual([expect.stringContaining(id)]);
  });

  it('sums what all seven functions say', () => {
    for (const name of ['Errors', 'Throttles']) {
      const [alarm] = Object.values(template.findResources('AWS::CloudWatch::Alarm')).filter(
        (one) =>
          JSON.stringify(one).includes(`"MetricName":"${name}"`) &&
          JSON.stringify(one).includes(`FILL(${name.toLowerCase()}0`),
      );
      expect(JSON.stringify(alarm).match(new RegExp(`"MetricName":"${name}"`, 'g'))).toHaveLength(7);
    }
  });

  it('tells when the table, or its index, takes no more: not of a few requests, which are tried again', () => {
    const [alarm] = Object.values(
      template.findResources('AWS::CloudWatch::Alarm', {
        Properties: { AlarmDescription: Match.stringLikeRegexp('table takes no more'), Threshold: 100 },
      }),
    );
    const looked = JSON.stringify(alarm);
    expect(looked.match(/"MetricName":"\w+"/g)?.sort()).toEqual([
      '"MetricName":"ReadThrottleEvents"',
      '"MetricName":"WriteThrottleEvents"',
      '"MetricName":"WriteThrottleEvents"',
    ]);
    expect(looked).toContain('"Name":"GlobalSecondaryIndexName","Value":"feed"');
  });

  it('on silence is there when hours are named, and takes no data for silence', () => {
    expect(JSON.stringify(template.findResources('AWS::CloudWatch::Alarm'))).not.toContain('Nothing was stored');
    aTemplate({ silenceHours: 6 }).hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'items.stored',
      Namespace: 'Wirefold',
      EvaluationPeriods: 6,
      TreatMissingData: 'breaching',
    });
  });

  it('counts the files of its own stage only', () => {
    const staged = aTemplate({ stage: 'test', silenceHours: 6 });
    staged.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'items.stored', Namespace: 'Wirefold-test' });
    staged.allResourcesProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ POWERTOOLS_METRICS_NAMESPACE: 'Wirefold-test' }) },
    });
  });
});

describe('whoever is told', () => {
  it('gets every alarm by e-mail, from a topic where only alarms of this account may publish, over TLS', () => {
    template.resourceCountIs('AWS::SNS::Topic', 0);
    const told = aTemplate(EMAIL);
    told.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: EMAIL.alarmEmail });
    told.allResourcesProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: [{ Ref: Match.stringLikeRegexp('AlarmTopic') }],
    });
    told.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          Match.objectLike({
            Effect: 'Allow',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });

  it('hears of the bill when it names a budget', () => {
    template.resourceCountIs('AWS::Budgets::Budget', 0);
    aTemplate({ ...EMAIL, budgetUsd: '20' }).hasResourceProperties('AWS::Budgets::Budget', {
      Budget: { BudgetLimit: { Amount: 20, Unit: 'USD' }, TimeUnit: 'MONTHLY' },
      NotificationsWithSubscribers: Match.arrayWith([
        Match.objectLike({ Subscribers: [{ SubscriptionType: 'EMAIL', Address: EMAIL.alarmEmail }] }),
      ]),
    });
  });
});

describe('a deployment', () => {
  it('has one page of graphs, or none', () => {
    template.resourceCountIs('AWS::CloudWatch::Dashboard', 1);
    aTemplate({ dashboard: 'false' }).resourceCountIs('AWS::CloudWatch::Dashboard', 0);
  });

  it('shows on it how many articles changed, how many of them are copies, and the units of the table as AWS counts them', () => {
    const shown = JSON.stringify(template.findResources('AWS::CloudWatch::Dashboard'));
    for (const name of [
      'articles.changed',
      'articles.copies',
      'ConsumedWriteCapacityUnits',
      'ConsumedReadCapacityUnits',
    ])
      expect(shown).toContain(name);
  });

  it('is followed by X-Ray only when it asks for it', () => {
    template.allResourcesProperties('AWS::Lambda::Function', { TracingConfig: Match.absent() });
    aTemplate({ tracing: 'true' }).allResourcesProperties('AWS::Lambda::Function', {
      TracingConfig: { Mode: 'Active' },
    });
  });

  it('tells of outlets that are silent by one figure, and takes some languages alone, only when some are named', () => {
    const named = aTemplate({ outletSilence: 'herald.example=24, The Post=6', languages: 'de, en' });
    const about = {
      Namespace: 'Wirefold',
      MetricName: 'outlets.silent',
      Threshold: 0,
      TreatMissingData: 'notBreaching',
    };
    named.hasResourceProperties('AWS::CloudWatch::Alarm', about);
    named.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ OUTLET_SILENCE: 'herald.example=24, The Post=6' }) },
    });
    named.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ POWERTOOLS_SERVICE_NAME: 'ingest', LANGUAGES: 'de, en' }) },
    });
    named.hasOutput('WatchedOutlets', { Value: 'herald.example=24, The Post=6' });
    expect(JSON.stringify(template.toJSON())).not.toMatch(/outlets\.silent|OUTLET_SILENCE|WatchedOutlets|LANGUAGES/);
  });

  it('with all that can be switched on has no finding of cdk-nag that is not explained', () => {
    const switched = { budgetUsd: 20, silenceHours: 24, tracing: true, apiCorsOrigins: 'https://desk.example' };
    const all = { ...EMAIL, ...switched, outletSilence: 'herald.example=24', kmsKey: 'own' };
    expect(() => synthWithNag(aStack(all))).not.toThrow();
  });
});
