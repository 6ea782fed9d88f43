// User interfaces, and tools for language models. Textual, NiceGUI and the SDK of MCP call what is not async on
// the loop; Gradio and FastMCP bring it to a thread.

import {
  events,
  extend,
  type Framework,
  later,
  offLoop,
  onEvent,
  onRequest,
  plainOnThreads,
  replacing,
  resultOf,
  roots,
  same,
  serves,
  taking,
  ticks,
} from './rows';

const textualDocs = 'https://textual.textualize.io/';
const node = 'py:textual.dom.DOMNode#';
const parts = ['compose', 'render', 'render_line', 'get_content_height', 'get_content_width', 'check_action'];

export const textual: Framework = {
  callbacks: [
    ...taking(
      ticks(`${textualDocs}api/message_pump/#textual.message_pump.MessagePump.set_interval`, node, 'set_interval', 'set_timer'),
      1,
      'callback',
    ),
    ...taking(
      later(
        `${textualDocs}api/message_pump/#textual.message_pump.MessagePump.call_later`,
        node,
        'call_later',
        'call_after_refresh',
        'call_next',
      ),
      0,
      'callback',
    ),
    ...taking(later(`${textualDocs}api/app/#textual.app.App.call_from_thread`, node, 'call_from_thread'), 0, 'callback'),
    ...taking(events(`${textualDocs}api/app/#textual.app.App.push_screen`, node, 'push_screen'), 1, 'callback'),
  ],
  roots: [
    ...roots('member', onEvent, `${textualDocs}guide/events/`, node, 'on_*', '_on_*'),
    ...roots('member', onEvent, `${textualDocs}guide/actions/`, node, 'action_*'),
    ...roots('member', onEvent, `${textualDocs}guide/reactivity/`, node, 'watch_*', 'compute_*', 'validate_*'),
    ...roots('member', onEvent, `${textualDocs}guide/widgets/`, node, ...parts),
    ...roots('decorator', onEvent, `${textualDocs}guide/events/#on-decorator`, 'py:textual.', 'on'),
    ...replacing(roots('decorator', onEvent, `${textualDocs}guide/workers/#thread-workers`, 'py:textual.', 'work')).map((row) => ({
      ...row,
      onThread: 'thread',
    })),
  ],
  serving: serves(`${textualDocs}api/app/#textual.app.App.run`, 'py:textual.app.App#run', 'py:textual.app.App#run_async'),
  inherits: [
    ...extend(node, 'py:textual.app.App#', 'py:textual.widget.Widget#'),
    ...extend('py:textual.widget.Widget#', 'py:textual.screen.Screen#', 'py:textual.containers.Container#'),
    ...extend('py:textual.screen.Screen#', 'py:textual.screen.ModalScreen#'),
    ...extend(
      'py:textual.widget.Widget#',
      ...[
        'Static',
        'Input',
        'Button',
        'DataTable',
        'Tree',
        'DirectoryTree',
        'ListView',
        'ListItem',
        'TextArea',
        'Label',
        'RichLog',
        'Footer',
      ].map((name) => `py:textual.widgets.${name}#`),
    ),
    ...extend(
      'py:textual.widget.Widget#',
      ...['Vertical', 'Horizontal', 'VerticalScroll', 'Grid'].map((name) => `py:textual.containers.${name}#`),
    ),
  ],
};

const niceguiDocs = 'https://nicegui.io/documentation/';
const elements = [
  'button',
  'input',
  'select',
  'checkbox',
  'switch',
  'slider',
  'upload',
  'number',
  'textarea',
  'toggle',
  'radio',
  'menu_item',
];

export const nicegui: Framework = {
  callbacks: [
    ...taking(ticks(`${niceguiDocs}timer`, 'py:nicegui.ui.', 'timer'), 1, 'callback'),
    ...taking(events(`${niceguiDocs}section_action_events`, 'py:nicegui.ui.', ...elements), 'on_click', 'on_change', 'on_upload'),
    ...offLoop(`${niceguiDocs}section_action_events#running_i_o-bound_tasks`, 'py:nicegui.run.', 'io_bound', 'cpu_bound'),
  ],
  roots: [
    ...roots('decorator', onRequest, `${niceguiDocs}page`, 'py:nicegui.ui.', 'page'),
    ...roots('decorator', onEvent, `${niceguiDocs}refreshable`, 'py:nicegui.ui.', 'refreshable'),
  ],
  serving: serves(`${niceguiDocs}run`, 'py:nicegui.ui.run'),
  passes: resultOf(0, 'py:nicegui.run.', 'io_bound', 'cpu_bound'),
};

const mcpDocs = 'https://github.com/modelcontextprotocol/python-sdk#quickstart';
const fastmcpDocs = 'https://gofastmcp.com/servers/tools';

/** The SDK calls what is not async on the loop; FastMCP on its own brings it to a thread. */
export const modelTools: Framework = {
  roots: [
    ...roots('decorator', onRequest, mcpDocs, 'py:mcp.server.fastmcp.FastMCP#', 'tool', 'resource', 'prompt'),
    ...roots(
      'decorator',
      onRequest,
      mcpDocs,
      'py:mcp.server.Server#',
      'list_tools',
      'call_tool',
      'list_resources',
      'read_resource',
      'get_prompt',
    ),
    ...plainOnThreads(roots('decorator', onRequest, fastmcpDocs, 'py:fastmcp.FastMCP#', 'tool', 'resource', 'prompt')),
  ],
  serving: serves(mcpDocs, 'py:mcp.server.fastmcp.FastMCP#run', 'py:fastmcp.FastMCP#run'),
  aliases: [
    ...same('py:mcp.server.fastmcp.FastMCP', 'py:mcp.server.fastmcp.server.FastMCP'),
    ...same('py:mcp.server.Server', 'py:mcp.server.lowlevel.Server', 'py:mcp.server.lowlevel.server.Server'),
  ],
};

const chainlitDocs = 'https://docs.chainlit.io/guides/sync-async';
const gradioDocs = 'https://www.gradio.app/docs/gradio/';

export const chats: Framework = {
  callbacks: [
    ...plainOnThreads(taking(events(`${gradioDocs}interface`, 'py:gradio.', 'Interface', 'ChatInterface'), 0, 'fn')),
    ...plainOnThreads(taking(events(`${gradioDocs}button`, 'py:gradio.Button#', 'click'), 0, 'fn')),
  ],
  roots: roots(
    'decorator',
    onEvent,
    chainlitDocs,
    'py:chainlit.',
    'on_chat_start',
    'on_message',
    'on_chat_end',
    'on_stop',
    'action_callback',
    'step',
  ),
  serving: serves(`${gradioDocs}blocks`, 'py:gradio.Blocks#launch', 'py:gradio.Interface#launch', 'py:gradio.ChatInterface#launch'),
};

const kopfDocs = 'https://docs.kopf.dev/en/latest/async/';
const kopfEvents = ['create', 'update', 'delete', 'resume', 'field', 'event', 'validate', 'mutate'];

/** An operator of Kubernetes. */
export const kopf: Framework = {
  roots: [
    ...plainOnThreads(roots('decorator', onEvent, kopfDocs, 'py:kopf.on.', ...kopfEvents)),
    ...plainOnThreads(roots('decorator', onEvent, kopfDocs, 'py:kopf.', 'timer', 'daemon')),
  ],
};
