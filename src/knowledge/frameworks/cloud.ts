// Functions in the cloud: a file exports what the platform calls.

import type { RootExportRow } from '../../core/knowledge';
import { events, exported, type Framework, onEvent, onRequest, roots, routes, script } from './rows';

const lambdaDocs = 'https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html';
const anyScript = [`**/*.${script}`];

const lambdaTypes = [
  ...['Handler', 'APIGatewayProxyHandler', 'APIGatewayProxyHandlerV2', 'ALBHandler', 'CloudFrontRequestHandler', 'SQSHandler'],
  ...['SNSHandler', 'S3Handler', 'DynamoDBStreamHandler', 'KinesisStreamHandler', 'EventBridgeHandler', 'ScheduledHandler'],
  ...['CloudWatchLogsHandler', 'APIGatewayTokenAuthorizerHandler', 'APIGatewayRequestAuthorizerHandler', 'CustomMessageTriggerHandler'],
];

export const lambda: Framework = {
  callbacks: [
    ...routes('https://middy.js.org/docs/intro/getting-started/', '', '@middy/core'),
    ...routes(
      'https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html',
      'global.awslambda.',
      'streamifyResponse',
    ),
  ],
  rootExports: [
    exported(
      onRequest,
      lambdaDocs,
      {
        files: anyScript,
        packages: ['@types/aws-lambda', 'aws-lambda', '@middy/core', 'serverless', 'aws-cdk-lib', 'sst', '@aws-lambda-powertools/logger'],
        markers: ['serverless.yml', 'serverless.yaml', 'serverless.ts', 'template.yaml', 'template.yml', 'samconfig.toml', 'cdk.json'],
      },
      'handler',
      'lambdaHandler',
    ),
  ],
  roots: roots('type', onRequest, lambdaDocs, 'aws-lambda.', ...lambdaTypes),
};

const workersDocs = 'https://developers.cloudflare.com/workers/runtime-apis/handlers/';
const objectsDocs = 'https://developers.cloudflare.com/durable-objects/';
const workers: Pick<RootExportRow, 'packages' | 'markers'> = {
  packages: ['wrangler', '@cloudflare/workers-types', '@cloudflare/vite-plugin'],
  markers: ['wrangler.toml', 'wrangler.json', 'wrangler.jsonc'],
};
const workerHandlers = ['fetch', 'scheduled', 'queue', 'email', 'tail', 'trace'];

export const cloudflare: Framework = {
  rootExports: [
    exported(onRequest, workersDocs, { files: anyScript, ...workers }, ...workerHandlers.map((name) => `default.${name}`)),
    exported(
      onRequest,
      'https://developers.cloudflare.com/pages/functions/api-reference/',
      { files: [`**/functions/**/*.${script}`], ...workers },
      ...['onRequest', ...['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options'].map((verb) => `onRequest${verb}`)],
    ),
  ],
  roots: [
    ...roots('member', onRequest, workersDocs, 'global.', ...workerHandlers.map((name) => `ExportedHandler#${name}`)),
    ...roots('member', onRequest, workersDocs, 'cloudflare:workers.', ...workerHandlers.map((name) => `WorkerEntrypoint#${name}`)),
    ...roots(
      'member',
      onEvent,
      objectsDocs,
      'cloudflare:workers.',
      ...['fetch', 'alarm', 'webSocketMessage', 'webSocketClose', 'webSocketError'].map((name) => `DurableObject#${name}`),
    ),
    ...roots('member', onEvent, 'https://developers.cloudflare.com/workflows/', 'cloudflare:workers.', 'WorkflowEntrypoint#run'),
  ],
};

const googleDocs = 'https://github.com/GoogleCloudPlatform/functions-framework-nodejs#readme';
const firebaseDocs = 'https://firebase.google.com/docs/functions';
const azureDocs = 'https://learn.microsoft.com/azure/azure-functions/functions-reference-node';

export const otherClouds: Framework = {
  callbacks: [
    ...routes(googleDocs, '@google-cloud/functions-framework.', 'http', 'cloudEvent'),
    ...['firebase-functions.https.', 'firebase-functions/v1.https.', 'firebase-functions/v2/https.', 'firebase-functions/https.'].flatMap(
      (owner) => routes(firebaseDocs, owner, 'onRequest', 'onCall'),
    ),
    ...['firebase-functions/v2/scheduler.', 'firebase-functions/scheduler.'].flatMap((owner) => events(firebaseDocs, owner, 'onSchedule')),
    ...routes(azureDocs, '@azure/functions.app.', 'http', 'get', 'post', 'put', 'patch', 'deleteRequest'),
    ...events(azureDocs, '@azure/functions.app.', 'timer', 'storageQueue', 'storageBlob', 'serviceBusQueue', 'eventHub', 'cosmosDB'),
  ],
};
