// Procedures and resolvers: functions in a description of an API.

import { chains, events, type Framework, give, later, onRequest, roots, routes, serves } from './rows';

const trpcDocs = 'https://trpc.io/docs/';
const procedure = '@trpc/server.Procedure#';
const builder = '@trpc/server.initTRPC';

export const trpc: Framework = {
  callbacks: [
    ...routes(`${trpcDocs}server/procedures`, procedure, 'query', 'mutation', 'subscription'),
    ...routes(`${trpcDocs}server/middlewares`, procedure, 'use'),
    ...routes(`${trpcDocs}server/middlewares`, '@trpc/server.TRPC#', 'middleware'),
    ...later(`${trpcDocs}server/adapters/standalone`, '@trpc/server/adapters/standalone.', 'createHTTPServer'),
  ],
  returns: [
    ...give(builder, `${builder}.`, 'context', 'meta'),
    ...give('@trpc/server.TRPC#', `${builder}.`, 'create'),
    ...give(procedure, '@trpc/server.TRPC#', 'procedure:read'),
    ...chains(procedure, 'input', 'output', 'meta', 'use', 'concat', 'unstable_concat'),
    ...give('node:http.Server#', '@trpc/server/adapters/standalone.', 'createHTTPServer'),
  ],
};

const apolloDocs = 'https://www.apollographql.com/docs/apollo-server/';
const toolsDocs = 'https://the-guild.dev/graphql/tools/docs/generate-schema';
const apolloServers = ['@apollo/server', 'apollo-server', 'apollo-server-express', 'apollo-server-koa', 'apollo-server-micro'];

/** Resolvers in an object that a server or a schema is made of. */
export const graphql: Framework = {
  callbacks: [
    ...apolloServers.flatMap((name) => routes(`${apolloDocs}data/resolvers`, `${name}.`, 'ApolloServer')),
    ...routes(`${apolloDocs}api/standalone`, '@apollo/server/standalone.', 'startStandaloneServer'),
    ...routes(`${apolloDocs}api/express-middleware`, '@as-integrations/express5.', 'expressMiddleware'),
    ...routes(`${apolloDocs}api/express-middleware`, '@apollo/server/express4.', 'expressMiddleware'),
    ...routes(toolsDocs, '@graphql-tools/schema.', 'makeExecutableSchema'),
    ...routes(toolsDocs, 'graphql-tools.', 'makeExecutableSchema'),
    ...routes('https://the-guild.dev/graphql/yoga-server/docs/features/schema', 'graphql-yoga.', 'createSchema', 'createYoga'),
    ...routes(
      'https://www.graphql-js.org/docs/constructing-types/',
      'graphql.',
      'GraphQLObjectType',
      'GraphQLInterfaceType',
      'GraphQLUnionType',
    ),
    ...routes('https://www.graphql-js.org/docs/custom-scalars/', 'graphql.', 'GraphQLScalarType'),
    ...routes('https://github.com/graphql/graphql-http#readme', 'graphql-http/lib/use/express.', 'createHandler'),
    ...routes('https://github.com/graphql/graphql-http#readme', 'graphql-http/lib/use/http.', 'createHandler'),
  ],
  serving: serves(`${apolloDocs}api/standalone`, '@apollo/server/standalone.startStandaloneServer', 'apollo-server.ApolloServer#listen'),
  passes: [{ api: '@graphql-tools/merge.mergeResolvers', arg: 0 }],
};

const typeGraphqlDocs = 'https://typegraphql.com/docs/';

export const typeGraphql: Framework = {
  roots: [
    ...roots(
      'decorator',
      onRequest,
      `${typeGraphqlDocs}resolvers.html`,
      'type-graphql.',
      'Query',
      'Mutation',
      'Subscription',
      'FieldResolver',
    ),
    ...roots('member', onRequest, `${typeGraphqlDocs}middlewares.html`, 'type-graphql.', 'MiddlewareInterface#use'),
    ...roots('type', onRequest, `${typeGraphqlDocs}middlewares.html`, 'type-graphql.', 'MiddlewareFn', 'AuthChecker'),
  ],
};

const controllersDocs = 'https://github.com/typestack/routing-controllers#readme';

export const routingControllers: Framework = {
  callbacks: events(controllersDocs, 'routing-controllers.', 'createParamDecorator'),
  roots: [
    ...roots(
      'decorator',
      onRequest,
      controllersDocs,
      'routing-controllers.',
      ...['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'All', 'Method'],
    ),
    ...roots('member', onRequest, controllersDocs, 'routing-controllers.', 'ExpressMiddlewareInterface#use', 'KoaMiddlewareInterface#use'),
  ],
};
