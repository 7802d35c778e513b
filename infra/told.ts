/**
 * Who is told of alarms. In: settings. Out: ARNs of topics. Promise: a topic of the deployment's own only when an e-mail address asks for
 * it; CloudWatch of this account may publish there, and nobody without TLS.
 */
import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { acknowledgeTopic } from './nag.ts';
import type { Settings } from './settings.ts';

export function alarmTopics(scope: Construct, { alarmTopicArn, alarmEmail }: Settings): readonly string[] {
  const given = alarmTopicArn === '' ? [] : [alarmTopicArn];
  return alarmEmail === '' ? given : [...given, emailTopic(scope, alarmEmail).topicArn];
}

/** Whoever owns the address confirms it by a link in the first message. */
function emailTopic(scope: Construct, address: string): Topic {
  const topic = new Topic(scope, 'AlarmTopic', { displayName: 'Wirefold', enforceSSL: true });
  topic.addSubscription(new EmailSubscription(address));
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'OnlyAlarmsOfThisAccount',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
  acknowledgeTopic(topic);
  return topic;
}
