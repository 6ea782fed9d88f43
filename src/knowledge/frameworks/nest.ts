// NestJS: classes whose methods are called because of the decorators before them, or the interface
// that they implement.

import { atStart, type Framework, give, later, onEvent, onRequest, onTick, roots, routes, serves } from './rows';

const docs = 'https://docs.nestjs.com/';
const app = '@nestjs/core.INestApplication#';

export const nest: Framework = {
  callbacks: [...routes(`${docs}middleware#global-middleware`, app, 'use'), ...later(`${docs}first-steps`, app, 'listen')],
  serving: serves(`${docs}first-steps`, `${app}listen`, `${app}startAllMicroservices`),
  returns: give(app, '@nestjs/core.NestFactory.', 'create', 'createMicroservice'),
  aliases: ['INestApplication', 'INestMicroservice'].map((name) => ({
    api: `@nestjs/common.${name}`,
    of: '@nestjs/core.INestApplication',
  })),
  inherits: [
    { type: '@nestjs/platform-express.NestExpressApplication#', base: app },
    { type: '@nestjs/platform-fastify.NestFastifyApplication#', base: app },
  ],
  roots: [
    ...roots(
      'decorator',
      onRequest,
      `${docs}controllers`,
      '@nestjs/common.',
      ...['Get', 'Post', 'Put', 'Delete', 'Patch', 'Options', 'Head', 'All', 'Search', 'Sse'],
    ),
    ...roots(
      'decorator',
      onRequest,
      `${docs}microservices/basics`,
      '@nestjs/microservices.',
      ...['MessagePattern', 'EventPattern', 'GrpcMethod', 'GrpcStreamMethod', 'GrpcStreamCall'],
    ),
    ...roots('decorator', onRequest, `${docs}websockets/gateways`, '@nestjs/websockets.', 'SubscribeMessage'),
    ...roots(
      'decorator',
      onRequest,
      `${docs}graphql/resolvers`,
      '@nestjs/graphql.',
      ...['Query', 'Mutation', 'Subscription', 'ResolveField', 'ResolveProperty', 'ResolveReference'],
    ),
    ...roots('decorator', onTick, `${docs}techniques/task-scheduling`, '@nestjs/schedule.', 'Cron', 'Interval', 'Timeout'),
    ...roots('decorator', onEvent, `${docs}techniques/events`, '@nestjs/event-emitter.', 'OnEvent'),
    ...roots('decorator', onEvent, `${docs}techniques/queues`, '@nestjs/bullmq.', 'OnWorkerEvent', 'OnQueueEvent'),
    ...roots('decorator', onEvent, `${docs}techniques/queues`, '@nestjs/bull.', 'Process', ...queueEvents()),
    ...roots('member', onEvent, `${docs}techniques/queues`, '@nestjs/bullmq.', 'WorkerHost#process'),
    ...roots(
      'member',
      onRequest,
      docs,
      '@nestjs/common.',
      ...['CanActivate#canActivate', 'NestInterceptor#intercept', 'PipeTransform#transform', 'ExceptionFilter#catch'],
      ...['NestMiddleware#use', 'Catch#catch'],
    ),
    ...roots('member', onRequest, `${docs}recipes/passport`, '@nestjs/passport.', 'PassportStrategy#validate'),
    ...roots(
      'member',
      onRequest,
      `${docs}recipes/cqrs`,
      '@nestjs/cqrs.',
      'ICommandHandler#execute',
      'IQueryHandler#execute',
      'IEventHandler#handle',
    ),
    ...roots(
      'member',
      onEvent,
      `${docs}websockets/gateways`,
      '@nestjs/websockets.',
      ...['OnGatewayConnection#handleConnection', 'OnGatewayDisconnect#handleDisconnect'],
      ...['WebSocketGateway#handleConnection', 'WebSocketGateway#handleDisconnect'],
    ),
    ...roots(
      'member',
      atStart,
      `${docs}fundamentals/lifecycle-events`,
      '@nestjs/common.',
      ...['OnModuleInit#onModuleInit', 'OnApplicationBootstrap#onApplicationBootstrap', 'NestModule#configure'],
      // Whoever Nest makes is called, whether or not it names the interface.
      ...['Injectable', 'Controller', 'Module'].flatMap((one) => [`${one}#onModuleInit`, `${one}#onApplicationBootstrap`]),
    ),
  ],
};

function queueEvents(): readonly string[] {
  return ['Active', 'Completed', 'Failed', 'Progress', 'Stalled', 'Waiting', 'Error', 'Drained'].map((name) => `OnQueue${name}`);
}
