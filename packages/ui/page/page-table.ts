/** One page that a module offers: its address under the language, and its file in the module's `web` folder. */
export type PageEntry = {
  path: string;
  file: string;
  /**
   * `embed`: a public page with nothing around it, for the frame of another site; `app`: a page that a device keeps for where there is no
   * network, and in which nobody is named.
   */
  shell: 'public' | 'staff' | 'embed' | 'app';
};

/** The pages of a module, exported by its `web/pages.ts`; that file imports nothing but types. */
export type PageTable = readonly PageEntry[];

/** One entry of a shell's menu; `may` is the permission without which it is not shown. */
export type NavigationItem = { labelKey: string; path: string; may: string; shell: 'public' | 'staff' };

/** The menu entries of a module, exported by its `web/pages.ts` as `navigation`. */
export type NavigationTable = readonly NavigationItem[];

/** What a route module may say of itself: `export const handle: PageHandle = { script: true }`. */
export type PageHandle = {
  /** The page ships its script; a public page that does not say so ships none. */
  script?: boolean;
  /** The form whose typed values must survive a change of language. */
  formId?: string;
  /** The page shows the button that leaves at once. */
  safeExit?: boolean;
  shell?: 'public' | 'staff';
};
