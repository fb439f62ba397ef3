/** A squad that never was: seeded runners whose watches write real files, and the truth about each of them. */
@NullMarked
package freshlegs.app.simulate;

import org.jspecify.annotations.NullMarked;
