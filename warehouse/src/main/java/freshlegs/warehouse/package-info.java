/** Topics to PostgreSQL, exactly once: rows and offsets change in one transaction, and people are told once. */
@NullMarked
package freshlegs.warehouse;

import org.jspecify.annotations.NullMarked;
