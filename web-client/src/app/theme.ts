import { createTheme, Menu, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const lagoon: MantineColorsTuple = [
  '#e4f6f8',
  '#cfe9ed',
  '#a3d3da',
  '#73bcc7',
  '#4ca8b6',
  '#339cac',
  '#2096a8',
  '#0d7f90',
  '#006f7f',
  '#005c6b',
];

/** The look of the product: restrained, dense, one accent. */
export const theme = createTheme({
  primaryColor: 'lagoon',
  primaryShade: { light: 8, dark: 7 },
  colors: { lagoon },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  headings: { fontWeight: '650' },
  components: {
    // The placeholder is none of what a menu may have in it.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
  },
});

/** The colors that differ between light and dark. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--tollgate-canvas': '#f6f8f9',
    '--tollgate-chart-accent': '#0d7f90',
    '--tollgate-chart-grid': '#e4e8ea',
    '--mantine-color-dimmed': '#5a6670',
    '--mantine-color-error': '#c22f1d',
  },
  dark: {
    '--tollgate-canvas': '#16181a',
    '--tollgate-chart-accent': '#3fb3c4',
    '--tollgate-chart-grid': '#34393d',
    '--mantine-color-dimmed': '#a3abb2',
    '--mantine-color-error': '#ff7b6b',
    '--mantine-color-body': '#1d2023',
    '--mantine-color-default': '#24282b',
    '--mantine-color-default-border': '#363b40',
  },
});
