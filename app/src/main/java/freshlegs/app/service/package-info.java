/** Starting and stopping the parts in order, on an embedded or an outside Kafka and PostgreSQL. */
@NullMarked
package freshlegs.app.service;

import org.jspecify.annotations.NullMarked;
