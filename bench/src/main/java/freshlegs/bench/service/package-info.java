/** What a measurement runs against: a broker with facts, and the streams in a process of their own. */
@NullMarked
package freshlegs.bench.service;

import org.jspecify.annotations.NullMarked;
