// The page that the side panel starts as. Invariant: nothing runs but the panel's own script, and
// nothing styles but its own sheet; the policy names no other source.

export interface PanelAssets {
  readonly script: string;
  readonly style: string;
  /** The source that the webview serves files from. */
  readonly cspSource: string;
  /** Fresh for each page. */
  readonly nonce: string;
}

/** The HTML of the panel. The values are URIs and a nonce of our own, never text from a person. */
export function panelHtml({ script, style, cspSource, nonce }: PanelAssets): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Loopsight: Event Loop</title>
</head>
<body>
<div id="panel"></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
