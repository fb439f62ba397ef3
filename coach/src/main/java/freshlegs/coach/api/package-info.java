/** What programs send and are given, and the document that says so. */
@NullMarked
package freshlegs.coach.api;

import org.jspecify.annotations.NullMarked;
