/** The console: pages and an API over the warehouse's views, and the sender that tells a webhook of alerts. */
@NullMarked
package freshlegs.coach;

import org.jspecify.annotations.NullMarked;
