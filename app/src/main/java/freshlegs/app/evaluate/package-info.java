/** Labelled squads folded as the streams would fold them, and how well the alerts agree with what is true. */
@NullMarked
package freshlegs.app.evaluate;

import org.jspecify.annotations.NullMarked;
