// Starts the panel and draws what the extension says.

import './panel.css';
import { render } from 'preact';
import type { ToPanel } from '../protocol/panel';
import { App } from './App';
import { connect } from './host';

const root = document.getElementById('panel');
const say = connect(draw);
say({ type: 'ready' });

function draw(message: ToPanel): void {
  if (root !== null) render(<App message={message} say={say} />, root);
}
