/** The words every module shares: athletes, sports, units and how numbers are rounded. */
@NullMarked
package freshlegs.model;

import org.jspecify.annotations.NullMarked;
