/** The numbers by which a signal is raised, and the rules that raise it, each with its id and version. */
@NullMarked
package freshlegs.streams.rule;

import org.jspecify.annotations.NullMarked;
