import { type IconDrawing, type IconName, ICONS } from './icon-paths.ts';

/** A small drawing beside its word; alone it says nothing, so assistive technology passes over it. */
export function Icon({ name, large }: { name: IconName; large?: boolean }) {
  const drawing: IconDrawing = ICONS[name];
  const classes = ['icon', large === true ? 'large' : '', drawing.mirrored === true ? 'mirrored' : ''];
  return (
    <svg
      className={classes.filter((part) => part !== '').join(' ')}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawing.d} />
    </svg>
  );
}
