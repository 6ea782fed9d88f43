// The colours that VS Code's own themes give a webview, of those that the panel may use.

export interface Theme {
  /** The class that VS Code puts on the body. */
  readonly bodyClass: string;
  readonly colors: Readonly<Record<string, string>>;
}

export const themes = {
  dark: {
    bodyClass: 'vscode-dark',
    colors: {
      foreground: '#cccccc',
      descriptionForeground: '#9d9d9d',
      'sideBar-background': '#181818',
      'editor-background': '#1f1f1f',
      'textLink-foreground': '#4daafc',
      'textLink-activeForeground': '#4daafc',
      focusBorder: '#0078d4',
      'button-background': '#0078d4',
      'button-foreground': '#ffffff',
      'charts-blue': '#3794ff',
      'list-warningForeground': '#cca700',
      'editorWarning-foreground': '#cca700',
      'widget-border': '#313131',
      'list-hoverBackground': '#2a2d2e',
      'textPreformat-foreground': '#d0d0d0',
      'textPreformat-background': '#3c3c3c',
    },
  },
  light: {
    bodyClass: 'vscode-light',
    colors: {
      foreground: '#3b3b3b',
      descriptionForeground: '#3b3b3b',
      'sideBar-background': '#f8f8f8',
      'editor-background': '#ffffff',
      'textLink-foreground': '#005fb8',
      'textLink-activeForeground': '#005fb8',
      focusBorder: '#005fb8',
      'button-background': '#005fb8',
      'button-foreground': '#ffffff',
      'charts-blue': '#1a85ff',
      'list-warningForeground': '#855f00',
      'editorWarning-foreground': '#bf8803',
      'widget-border': '#e5e5e5',
      'list-hoverBackground': '#f2f2f2',
      'textPreformat-foreground': '#3b3b3b',
      'textPreformat-background': '#0000001f',
    },
  },
  'high contrast': {
    bodyClass: 'vscode-high-contrast',
    colors: {
      foreground: '#ffffff',
      descriptionForeground: 'rgba(255, 255, 255, 0.7)',
      'sideBar-background': '#000000',
      'editor-background': '#000000',
      'textLink-foreground': '#21a6ff',
      'textLink-activeForeground': '#21a6ff',
      focusBorder: '#f38518',
      contrastBorder: '#6fc3df',
      contrastActiveBorder: '#f38518',
      'button-background': '#000000',
      'button-foreground': '#ffffff',
      'button-border': '#6fc3df',
      'charts-blue': '#3794ff',
      'editorWarning-foreground': '#ffd370',
      'list-hoverBackground': 'rgba(255, 255, 255, 0.1)',
      'textPreformat-foreground': '#000000',
      'textPreformat-background': '#ffffff',
    },
  },
  'high contrast light': {
    bodyClass: 'vscode-high-contrast-light vscode-high-contrast',
    colors: {
      foreground: '#292929',
      descriptionForeground: 'rgba(41, 41, 41, 0.7)',
      'sideBar-background': '#ffffff',
      'editor-background': '#ffffff',
      'textLink-foreground': '#0f4a85',
      'textLink-activeForeground': '#0f4a85',
      focusBorder: '#006bbd',
      contrastBorder: '#0f4a85',
      contrastActiveBorder: '#006bbd',
      'button-background': '#0f4a85',
      'button-foreground': '#ffffff',
      'charts-blue': '#1a85ff',
      'editorWarning-foreground': '#895503',
      'list-hoverBackground': 'rgba(15, 74, 133, 0.1)',
      'textPreformat-foreground': '#ffffff',
      'textPreformat-background': '#09345f',
    },
  },
} as const satisfies Readonly<Record<string, Theme>>;

export type ThemeName = keyof typeof themes;
