/** Alerts on their way from the outbox to the webhook, once each. */
@NullMarked
package freshlegs.coach.tell;

import org.jspecify.annotations.NullMarked;
