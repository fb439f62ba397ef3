/** What two versions of the thresholds make of the same history. */
@NullMarked
package freshlegs.app.rules;

import org.jspecify.annotations.NullMarked;
