/** Every setting there is, where it came from, and what a bad one is answered with. */
@NullMarked
package freshlegs.app.setting;

import org.jspecify.annotations.NullMarked;
