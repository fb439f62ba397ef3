/** The command line: what a person types, wired by hand to the parts of the pipeline. */
@NullMarked
package freshlegs.app;

import org.jspecify.annotations.NullMarked;
