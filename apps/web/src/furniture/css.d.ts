/** Own CSS properties may stand in a `style`. */
import 'react';

declare module 'react' {
  interface CSSProperties {
    readonly [own: `--${string}`]: string | number | undefined;
  }
}
