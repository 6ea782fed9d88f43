// Classes of Node and of the browser whose methods a program overrides for them to be called.

import { type Framework, onEvent, roots } from './rows';

const implementing = 'https://nodejs.org/api/stream.html#api-for-stream-implementers';
const elements = 'https://developer.mozilla.org/docs/Web/API/Web_components/Using_custom_elements';
const onData = { when: 'event', source: 'stream' } as const;

export const platform: Framework = {
  roots: [
    ...roots('member', onData, implementing, 'node:stream.', 'Readable#_read', 'Duplex#_read', 'Transform#_transform', 'Transform#_flush'),
    ...roots('member', onData, implementing, 'node:stream.', 'Writable#_write', 'Writable#_writev', 'Writable#_final'),
    ...roots(
      'member',
      onEvent,
      elements,
      'global.',
      ...['connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'adoptedCallback'].map((name) => `HTMLElement#${name}`),
    ),
  ],
};
