/** What a person would look at when something is wrong, each with what mends it. */
@NullMarked
package freshlegs.app.doctor;

import org.jspecify.annotations.NullMarked;
