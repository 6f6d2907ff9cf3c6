/** One drawing on a grid of 24: what is stroked, and whether it points along the line and so turns with it. */
export type IconDrawing = { d: string; mirrored?: true };

export const ICONS = {
  arrow: { d: 'M4 12h16M14 6l6 6-6 6', mirrored: true },
  chevron: { d: 'M9 5l7 7-7 7', mirrored: true },
  back: { d: 'M15 5l-7 7 7 7', mirrored: true },
  leave: { d: 'M10 4H5v16h5M9 12h11M16 8l4 4-4 4', mirrored: true },
  send: { d: 'M4 12L20 4l-5 16-4-7z', mirrored: true },
  up: { d: 'M12 20V5M6 11l6-6 6 6' },
  down: { d: 'M12 4v15M6 13l6 6 6-6' },
  same: { d: 'M4 9h16M4 15h16' },
  check: { d: 'M5 13l4.5 4.5L19 7' },
  cross: { d: 'M6 6l12 12M18 6L6 18' },
  wait: { d: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 7.5V12l3 2' },
  warning: { d: 'M12 4L2.5 20h19zM12 10v4.5M12 17.2v.3' },
  info: { d: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 11v5.5M12 7.5v.3' },
  danger: { d: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7.5V13M12 16.2v.3' },
  dot: { d: 'M12 8a4 4 0 100 8 4 4 0 000-8z' },
  ring: { d: 'M12 6a6 6 0 100 12 6 6 0 000-12z' },
  phone: {
    d: 'M5 4h4l2 5-2.5 1.5a11 11 0 005 5L15 13l5 2v4a1.5 1.5 0 01-1.6 1.5C10.5 20 4 13.5 3.5 5.600A1.5 1.5 0 015 4z',
  },
  search: { d: 'M11 4a7 7 0 100 14 7 7 0 000-14zM16 16l4.5 4.5' },
  hand: { d: 'M4 13c3-2 5-1 7 1h3.5a1.5 1.5 0 010 3H11M14.5 17l4.5-3.200c1.400-1 3 .8 1.800 2L15 21c-4 1-6-1-11-1z' },
  path: { d: 'M6 19a2 2 0 100-4 2 2 0 000 4zM18 9a2 2 0 100-4 2 2 0 000 4zM8 17h6a3.5 3.5 0 000-7h-4a3 3 0 010-6h3' },
  plan: { d: 'M4 20V9l8-5 8 5v11M4 20h16M9 20v-5a3 3 0 016 0v5' },
  person: { d: 'M12 4a4 4 0 100 8 4 4 0 000-8zM4.5 20c1-4 4-6 7.5-6s6.5 2 7.5 6' },
  place: { d: 'M12 21s7-6 7-11a7 7 0 10-14 0c0 5 7 11 7 11zM12 7.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5z' },
  list: { d: 'M9 6h11M9 12h11M9 18h11M4 6h.5M4 12h.5M4 18h.5', mirrored: true },
  menu: { d: 'M4 7h16M4 12h16M4 17h16' },
  lock: { d: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3' },
  language: {
    d: 'M12 3a9 9 0 100 18 9 9 0 000-18zM3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9s.5-6 3.5-9z',
  },
  sun: {
    d: 'M12 8a4 4 0 100 8 4 4 0 000-8zM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.700 1.700M17.300 17.300L19 19M19 5l-1.700 1.700M6.700 17.300L5 19',
  },
  document: { d: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6' },
  download: { d: 'M12 4v11M7 11l5 5 5-5M5 20h14' },
  add: { d: 'M12 5v14M5 12h14' },
} as const satisfies Record<string, IconDrawing>;

export type IconName = keyof typeof ICONS;
