import { type CSSVariablesResolver, createTheme } from '@mantine/core'

/** Mantine's theme: one accent, one radius, system fonts. */
export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 'md',
  respectReducedMotion: true,
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif',
  headings: { fontWeight: '640' },
  components: {
    // Named, not imported: dialogs are loaded when there is one.
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
  },
  colors: {
    brand: [
      '#eef4fc',
      '#dbe7f6',
      '#b5cdec',
      '#8cb1e2',
      '#6a9ada',
      '#548bd5',
      '#3a70b8',
      '#1d4f91',
      '#1a4681',
      '#123764',
    ],
    dark: [
      '#e4e8ee',
      '#c3cad4',
      '#9aa4b2',
      '#6f7a8a',
      '#465162',
      '#323c4b',
      '#232c39',
      '#19212c',
      '#121922',
      '#0c1118',
    ],
  },
})

/**
 * The app's own colours, by what they are for.
 *
 * Parts come in the order of the stack. Each keeps 3:1 against its surface, and neighbours differ in
 * lightness as well as in hue, so that they stay apart without colour vision and in print.
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--part-0': '#1f5fa8',
    '--part-1': '#c07f0a',
    '--part-2': '#8f2450',
    '--part-3': '#2f8f83',
    '--part-4': '#7a4fb5',
    '--part-5': '#b4552d',
    '--part-6': '#4f7a1e',
    '--part-7': '#c2578f',
    '--part-8': '#3d8fc4',
    '--part-9': '#6b6b1f',
    '--part-rest': '#78828f',
    '--grid': '#e6eaef',
    '--missing-ground': '#fbf1dc',
    '--tone-warning': '#c98a1b',
    '--tone-info': '#7a9cc8',
    '--tone-good': '#4f9069',
    '--tone-error': '#b3261e',
    '--ground': '#f5f7fa',
    '--surface': '#ffffff',
    '--line': '#dfe4ea',
    '--hover': '#f3f6fa',
    '--choices': '#edf0f4',
    '--choice': '#ffffff',
    '--ink': '#17202c',
    '--ink-quiet': '#56616f',
    '--mantine-color-dimmed': '#56616f',
    '--mantine-color-error': '#b3261e',
  },
  dark: {
    '--part-0': '#6aa5ea',
    '--part-1': '#f0bd4f',
    '--part-2': '#e2708f',
    '--part-3': '#5fc9bb',
    '--part-4': '#b696ec',
    '--part-5': '#f09a72',
    '--part-6': '#a4cf6a',
    '--part-7': '#f0a6cb',
    '--part-8': '#8fd0f5',
    '--part-9': '#d1d07c',
    '--part-rest': '#8b95a3',
    '--grid': '#2a3442',
    '--missing-ground': '#2e2a20',
    '--tone-warning': '#c4943a',
    '--tone-info': '#5b7dab',
    '--tone-good': '#57996f',
    '--tone-error': '#f2817a',
    '--ground': '#0f151d',
    '--surface': '#18202b',
    '--line': '#2b3543',
    '--hover': '#1f2936',
    '--choices': '#121922',
    '--choice': '#323c4b',
    '--ink': '#e9edf2',
    '--ink-quiet': '#a5afbc',
    '--mantine-color-dimmed': '#a5afbc',
    '--mantine-color-error': '#f2817a',
    '--mantine-color-body': '#0f151d',
  },
})
