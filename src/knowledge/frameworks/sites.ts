// Frameworks that find their handlers by where a file stands and by what it exports.

import {
  atStart,
  exported,
  events,
  type Framework,
  giving,
  httpVerbs,
  later,
  once,
  onEvent,
  onRequest,
  roots,
  routes,
  script,
} from './rows';

const nextDocs = 'https://nextjs.org/docs/';
const next = (files: string): { files: readonly string[]; packages: readonly string[] } => ({ files: [files], packages: ['next'] });

export const nextJs: Framework = {
  callbacks: once(`${nextDocs}app/api-reference/functions/after`, 'next/server.', 'after'),
  passes: [{ api: 'next/cache.unstable_cache', arg: 0 }],
  rootExports: [
    exported(onRequest, `${nextDocs}app/api-reference/file-conventions/route`, next(`**/app/**/route.${script}`), ...httpVerbs),
    exported(onRequest, `${nextDocs}pages/building-your-application/routing/api-routes`, next(`**/pages/api/**/*.${script}`), 'default'),
    exported(
      onRequest,
      `${nextDocs}pages/api-reference/functions/get-server-side-props`,
      next(`**/pages/**/*.${script}`),
      ...['getServerSideProps', 'default.getInitialProps'],
    ),
    exported(
      onRequest,
      `${nextDocs}app/api-reference/file-conventions/middleware`,
      next(`**/{middleware,proxy}.${script}`),
      ...['middleware', 'proxy', 'default'],
    ),
    exported(
      onRequest,
      `${nextDocs}app/api-reference/functions/generate-metadata`,
      next(`**/app/**/{page,layout}.${script}`),
      'generateMetadata',
    ),
    exported(
      onEvent,
      `${nextDocs}app/api-reference/file-conventions/instrumentation`,
      next(`**/instrumentation.${script}`),
      'onRequestError',
    ),
    // What a build calls holds up nobody who waits for a page.
    exported(
      atStart,
      `${nextDocs}pages/api-reference/functions/get-static-props`,
      next(`**/pages/**/*.${script}`),
      ...['getStaticProps', 'getStaticPaths'],
    ),
    exported(
      atStart,
      `${nextDocs}app/api-reference/functions/generate-static-params`,
      next(`**/app/**/*.${script}`),
      'generateStaticParams',
    ),
    exported(atStart, `${nextDocs}app/api-reference/file-conventions/instrumentation`, next(`**/instrumentation.${script}`), 'register'),
    exported(
      atStart,
      `${nextDocs}app/api-reference/file-conventions/metadata`,
      next(`**/app/**/{sitemap,robots,manifest}.${script}`),
      'default',
    ),
  ],
  roots: [
    ...roots(
      'type',
      onRequest,
      `${nextDocs}pages/building-your-application/routing/api-routes`,
      'next.',
      'NextApiHandler',
      'GetServerSideProps',
    ),
    ...roots('type', onRequest, `${nextDocs}app/api-reference/file-conventions/middleware`, 'next/server.', 'NextMiddleware'),
    ...roots('type', atStart, `${nextDocs}pages/api-reference/functions/get-static-props`, 'next.', 'GetStaticProps', 'GetStaticPaths'),
  ],
};

const remixDocs = 'https://v2.remix.run/docs/';
const routerDocs = 'https://reactrouter.com/';
const remixPackages = ['node', 'react', 'serve', 'dev', 'server-runtime', 'cloudflare', 'deno'].map((name) => `@remix-run/${name}`);
const remixApp = (files: string): { files: readonly string[]; packages: readonly string[] } => ({
  files: [files],
  packages: [...remixPackages, '@react-router/dev', '@react-router/node', '@react-router/serve'],
});

/** Remix, and React Router as a framework. */
export const remix: Framework = {
  callbacks: ['react-router.', 'react-router-dom.'].flatMap((owner) =>
    events(`${routerDocs}start/data/routing`, owner, 'createBrowserRouter', 'createHashRouter', 'createMemoryRouter'),
  ),
  rootExports: [
    exported(onRequest, `${remixDocs}route/loader`, remixApp(`**/app/**/*.${script}`), 'loader', 'action', 'headers'),
    exported(onEvent, `${remixDocs}route/client-loader`, remixApp(`**/app/**/*.${script}`), 'clientLoader', 'clientAction'),
    exported(
      onRequest,
      `${remixDocs}file-conventions/entry.server`,
      remixApp(`**/app/entry.server.${script}`),
      ...['default', 'handleRequest', 'handleDataRequest', 'handleError'],
    ),
  ],
  roots: roots(
    'type',
    onRequest,
    `${remixDocs}route/loader`,
    '@remix-run/node.',
    ...['LoaderFunction', 'ActionFunction', 'HandleDataRequestFunction', 'HandleErrorFunction'],
  ),
};

const kitDocs = 'https://svelte.dev/docs/kit/';
const kit = (files: string): { files: readonly string[]; packages: readonly string[] } => ({
  files: [files],
  packages: ['@sveltejs/kit'],
});
const kitPages = '+{page,layout}{,@*}{,.server}';

export const svelteKit: Framework = {
  callbacks: routes(`${kitDocs}@sveltejs-kit-hooks`, '@sveltejs/kit/hooks.', 'sequence'),
  rootExports: [
    exported(onRequest, `${kitDocs}routing#server`, kit('**/+server.{js,ts}'), ...httpVerbs, 'fallback'),
    exported(onRequest, `${kitDocs}load`, kit(`**/${kitPages}.{js,ts}`), 'load'),
    exported(onRequest, `${kitDocs}form-actions`, kit('**/+page.server.{js,ts}'), 'actions.*'),
    exported(
      onRequest,
      `${kitDocs}hooks`,
      kit('**/hooks{,.server,.client}.{js,ts}'),
      ...['handle', 'handleFetch', 'handleError', 'handleValidationError', 'reroute', 'transport'],
    ),
    exported(onRequest, `${kitDocs}advanced-routing#Matching`, kit('**/params/*.{js,ts}'), 'match'),
    exported(atStart, `${kitDocs}hooks#Shared-hooks-init`, kit('**/hooks{,.server,.client}.{js,ts}'), 'init'),
    exported(atStart, `${kitDocs}page-options#entries`, kit('**/+{page,page.server,server}.{js,ts}'), 'entries'),
  ],
  roots: roots(
    'type',
    onRequest,
    `${kitDocs}@sveltejs-kit`,
    '@sveltejs/kit.',
    'Handle',
    'HandleFetch',
    'HandleServerError',
    'RequestHandler',
    'Load',
  ),
};

const nitroDocs = 'https://nitro.build/guide/';
const nuxtDocs = 'https://nuxt.com/docs/';
const handlerMakers = ['defineEventHandler', 'eventHandler', 'defineHandler'];
const cachedMakers = ['defineCachedEventHandler', 'cachedEventHandler', 'defineCachedFunction', 'cachedFunction'];
const nitroApp = 'nitropack.NitroApp#';
/** Nitro gives its functions to every file without an import. */
const nitroOwners = ['global.', 'nitropack/runtime.', 'nitro/runtime.'];

/** Nuxt, and the server that it is built on. */
export const nuxt: Framework = {
  callbacks: [
    ...['global.', 'h3.', 'nitro.'].flatMap((owner) => routes('https://h3.dev/guide/basics/handler', owner, ...handlerMakers)),
    ...nitroOwners.flatMap((owner) => [
      ...routes(`${nitroDocs}cache`, owner, ...cachedMakers),
      ...routes(`${nitroDocs}tasks`, owner, 'defineTask'),
      ...giving([nitroApp], once(`${nitroDocs}plugins`, owner, 'defineNitroPlugin')),
    ]),
    ...routes(`${nitroDocs}cache`, 'nitro/runtime.', 'defineCachedHandler'),
    ...['global.', 'h3.'].flatMap((owner) => routes(`${nitroDocs}websocket`, owner, 'defineWebSocketHandler')),
    ...['global.', 'nuxt/app.'].flatMap((owner) => [
      ...later(`${nuxtDocs}api/utils/define-nuxt-plugin`, owner, 'defineNuxtPlugin'),
      ...routes(`${nuxtDocs}api/utils/define-nuxt-route-middleware`, owner, 'defineNuxtRouteMiddleware'),
    ]),
    ...events(`${nitroDocs}plugins`, 'hookable.Hookable#', 'hook', 'hookOnce'),
  ],
  returns: [{ api: `${nitroApp}hooks:read`, type: 'hookable.Hookable#' }],
  aliases: [{ api: 'nitro/h3', of: 'h3' }],
  rootExports: [
    exported(
      onRequest,
      `${nuxtDocs}guide/directory-structure/server`,
      { files: [`**/server/{api,routes,middleware}/**/*.${script}`], packages: ['nuxt', 'nitropack', 'nitro'] },
      'default',
    ),
  ],
};

const astroDocs = 'https://docs.astro.build/en/';
const astroPackage = ['astro'];
const astroPages = { files: ['**/src/pages/**/*.{js,ts,mjs,mts}'], packages: astroPackage };

export const astro: Framework = {
  callbacks: [
    ...routes(`${astroDocs}guides/middleware/`, 'astro:middleware.', 'defineMiddleware', 'sequence'),
    ...routes(`${astroDocs}guides/actions/`, 'astro:actions.', 'defineAction'),
  ],
  rootExports: [
    exported(onRequest, `${astroDocs}guides/endpoints/`, astroPages, ...httpVerbs, 'ALL'),
    exported(
      onRequest,
      `${astroDocs}guides/middleware/`,
      { files: ['**/src/middleware{,/index}.{js,ts,mjs,mts}'], packages: astroPackage },
      'onRequest',
    ),
    exported(atStart, `${astroDocs}reference/routing-reference/#getstaticpaths`, astroPages, 'getStaticPaths'),
  ],
  roots: [
    ...roots('type', onRequest, `${astroDocs}guides/endpoints/`, 'astro.', 'APIRoute', 'MiddlewareHandler'),
    ...roots('type', atStart, `${astroDocs}reference/routing-reference/#getstaticpaths`, 'astro.', 'GetStaticPaths'),
  ],
};
