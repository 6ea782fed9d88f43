// Libraries for pages: what a component registers, the page's own loop runs.

import type { CallbackRow, PassRow } from '../../core/knowledge';
import { events, exported, type Framework, give, onEvent, once, roots, script } from './rows';

const reactDocs = 'https://react.dev/reference/react/';
const effects = ['useEffect', 'useLayoutEffect', 'useInsertionEffect', 'useEffectEvent', 'useSyncExternalStore', 'useActionState'];
const lifecycle = ['componentDidMount', 'componentDidUpdate', 'componentWillUnmount', 'componentDidCatch', 'getSnapshotBeforeUpdate'];

export const react: Framework = {
  callbacks: ['react.', 'preact/hooks.', 'preact/compat.'].flatMap((owner) =>
    effects.flatMap((name) => events(`${reactDocs}${name}`, owner, name)),
  ),
  passes: ['react.', 'preact/hooks.', 'preact/compat.'].flatMap((owner): PassRow[] =>
    ['useCallback', 'memo', 'cache'].map((name) => ({ api: owner + name, arg: 0 })),
  ),
  roots: ['react.Component#', 'react.PureComponent#', 'preact.Component#'].flatMap((owner) =>
    roots('member', onEvent, `${reactDocs}Component`, owner, ...lifecycle),
  ),
};

const vueDocs = 'https://vuejs.org/api/';
const vueHooks = ['BeforeMount', 'Mounted', 'BeforeUpdate', 'Updated', 'BeforeUnmount', 'Unmounted', 'Activated', 'Deactivated'];
const vueOptions = [
  ...['setup', 'data', 'beforeCreate', 'created', 'beforeMount', 'mounted', 'beforeUpdate', 'updated', 'activated', 'deactivated'],
  ...['beforeUnmount', 'unmounted', 'beforeDestroy', 'destroyed', 'errorCaptured', 'serverPrefetch'],
];

function vueComposition(owner: string): readonly CallbackRow[] {
  return [
    ...events(`${vueDocs}composition-api-lifecycle.html`, owner, ...vueHooks.map((name) => `on${name}`)),
    ...events(`${vueDocs}reactivity-core.html`, owner, 'watchEffect', 'watchPostEffect'),
  ];
}

export const vue: Framework = {
  callbacks: [
    ...vueComposition('vue.'),
    ...events(`${vueDocs}reactivity-core.html`, 'vue.', 'watch', 'watchSyncEffect', 'computed'),
    ...events(`${vueDocs}general.html`, 'vue.', 'defineComponent', 'defineAsyncComponent', 'defineCustomElement'),
    ...events(`${vueDocs}application.html`, 'vue.', 'createApp', 'createSSRApp', 'extend', 'component', 'mixin', 'directive'),
    ...events(`${vueDocs}application.html`, 'vue.App#', 'component', 'directive', 'mixin'),
    ...events('https://v2.vuejs.org/v2/api/#Options-Data', '', 'vue'),
    ...once(`${vueDocs}general.html#nexttick`, 'vue.', 'nextTick'),
    // Nuxt gives these to every file without an import.
    ...vueComposition('global.'),
    ...events('https://pinia.vuejs.org/core-concepts/actions.html', 'pinia.', 'defineStore'),
    ...events(
      'https://router.vuejs.org/guide/advanced/navigation-guards.html',
      'vue-router.Router#',
      'beforeEach',
      'beforeResolve',
      'afterEach',
    ),
  ],
  returns: [...give('vue.App#', 'vue.', 'createApp', 'createSSRApp'), ...give('vue-router.Router#', 'vue-router.', 'createRouter')],
  // The object of options without a call around it.
  rootExports: [
    exported(
      onEvent,
      `${vueDocs}options-lifecycle.html`,
      { files: [`**/*.${script}`], packages: ['vue', 'nuxt'] },
      ...vueOptions.map((name) => `default.${name}`),
      ...['methods', 'watch', 'computed'].map((name) => `default.${name}.*`),
    ),
  ],
};

const svelteDocs = 'https://svelte.dev/docs/svelte/';

/** Svelte, in files of their own: `*.svelte` files are not read. */
export const svelte: Framework = {
  callbacks: [
    ...events(`${svelteDocs}svelte`, 'svelte.', 'onMount', 'onDestroy', 'beforeUpdate', 'afterUpdate'),
    ...events(`${svelteDocs}svelte-events`, 'svelte/events.', 'on'),
    ...events(`${svelteDocs}svelte-store`, 'svelte/store.', 'derived', 'writable', 'readable'),
    ...events(`${svelteDocs}svelte-store`, 'svelte/store.Store#', 'subscribe'),
    ...events(`${svelteDocs}$effect`, 'global.', '$effect'),
    ...events(`${svelteDocs}$effect`, 'global.$effect.', 'pre', 'root'),
    ...events(`${svelteDocs}$derived`, 'global.$derived.', 'by'),
  ],
  returns: give('svelte/store.Store#', 'svelte/store.', 'writable', 'readable', 'derived'),
};

const angularDocs = 'https://angular.dev/';

export const angular: Framework = {
  roots: [
    ...roots('decorator', onEvent, `${angularDocs}api/core/HostListener`, '@angular/core.', 'HostListener'),
    ...roots(
      'member',
      onEvent,
      `${angularDocs}guide/components/lifecycle`,
      '@angular/core.',
      ...['OnInit#ngOnInit', 'OnChanges#ngOnChanges', 'DoCheck#ngDoCheck', 'OnDestroy#ngOnDestroy'],
      ...['AfterViewInit#ngAfterViewInit', 'AfterContentInit#ngAfterContentInit'],
    ),
  ],
};
