import { createTheme, type CSSVariablesResolver, type VariantColorsResolver } from '@mantine/core';
import { components } from './components.ts';

/** Colours that carry a meaning; each has `--name`, `--name-soft` and a text colour in tokens.css. */
const tones: Readonly<Record<string, { text: string; ink: string }>> = {
  teal: { text: 'var(--teal-text)', ink: 'var(--teal-ink)' },
  saffron: { text: 'var(--saffron-text)', ink: 'var(--bg)' },
  clay: { text: 'var(--clay-text)', ink: 'var(--bg)' },
  leaf: { text: 'var(--leaf)', ink: 'var(--bg)' },
};

const soften = (color: string, share: number) => `color-mix(in srgb, ${color} ${share}%, transparent)`;

const colorsOfVariant: VariantColorsResolver = ({ color, variant }) => {
  const name = color !== undefined && color in tones ? color : 'teal';
  const tone = tones[name] ?? { text: 'var(--ink)', ink: 'var(--bg)' };
  const solid = `var(--${name})`;
  const soft = `var(--${name}-soft)`;
  // The library fills a missing colour with the primary one: neutral is what was not asked to be another.
  const isNeutral = color === undefined || color === 'gray' || color === 'teal';
  switch (variant) {
    case 'filled':
      return {
        background: solid,
        hover: `color-mix(in srgb, ${solid} 88%, var(--ink))`,
        color: tone.ink,
        border: '1px solid transparent',
      };
    case 'light':
      return {
        background: soft,
        hover: `color-mix(in srgb, ${soft} 80%, ${solid})`,
        color: tone.text,
        border: 'none',
      };
    case 'subtle':
    case 'transparent':
      return {
        background: 'transparent',
        hover: color === 'gray' ? 'var(--sunken)' : soft,
        color: color === 'gray' ? 'var(--ink-2)' : tone.text,
        border: '1px solid transparent',
      };
    default:
      return {
        background: 'var(--surface)',
        hover: 'var(--sunken)',
        color: isNeutral ? 'var(--ink)' : tone.text,
        border: '1px solid var(--line-strong)',
      };
  }
};

/** The tokens as the component library's theme: the only place where the two meet. */
export const theme = createTheme({
  primaryColor: 'teal',
  white: '#ffffff',
  black: '#1e292c',
  variantColorResolver: colorsOfVariant,
  colors: {
    teal: [
      '#ddeeea',
      '#c3e2db',
      '#8fd6cd',
      '#6bc2b8',
      '#4fb0a6',
      '#2c8981',
      '#0e5a5a',
      '#0b4b4b',
      '#093d3d',
      '#062d2d',
    ],
    gray: [
      '#faf6ee',
      '#f3ecdf',
      '#ede4d4',
      '#e5dbc9',
      '#cdbfa8',
      '#8b8576',
      '#5c6a6e',
      '#526267',
      '#3a484c',
      '#1e292c',
    ],
    dark: [
      '#efe8db',
      '#d2d5cf',
      '#a9b8ba',
      '#96a5a8',
      '#3d5055',
      '#1e2b2f',
      '#172124',
      '#10181a',
      '#0c1314',
      '#080e0f',
    ],
  },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--serif)', fontWeight: '600' },
  fontSizes: {
    xs: 'var(--t-xs)',
    sm: 'var(--t-sm)',
    md: 'var(--t-md)',
    lg: 'var(--t-lg)',
    xl: 'var(--t-xl)',
  },
  spacing: { xs: 'var(--s-1)', sm: 'var(--s-2)', md: 'var(--s-3)', lg: 'var(--s-4)', xl: 'var(--s-5)' },
  radius: { xs: 'var(--r-1)', sm: 'var(--r-1)', md: 'var(--r-2)', lg: 'var(--r-3)', xl: '999px' },
  shadows: {
    xs: 'var(--shadow)',
    sm: 'var(--shadow)',
    md: 'var(--shadow)',
    lg: 'var(--shadow)',
    xl: 'var(--shadow)',
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components,
});

const shared = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-anchor': 'var(--teal-text)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-error': 'var(--clay)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--teal)',
  '--mantine-primary-color-filled-hover': `color-mix(in srgb, var(--teal) 88%, var(--ink))`,
  '--mantine-primary-color-light': 'var(--teal-soft)',
  '--mantine-primary-color-light-hover': soften('var(--teal)', 20),
  '--mantine-primary-color-light-color': 'var(--teal-text)',
  '--mantine-primary-color-contrast': 'var(--teal-ink)',
};

/** Mantine's own variables, filled from the tokens; the tokens switch with the colour scheme. */
export const variables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
