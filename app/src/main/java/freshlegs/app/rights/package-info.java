/** What each part must be allowed in a Kafka that refuses everything else. */
@NullMarked
package freshlegs.app.rights;

import org.jspecify.annotations.NullMarked;
