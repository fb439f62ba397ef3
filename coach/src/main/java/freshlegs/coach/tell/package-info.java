/** What people are told and when: alerts on their way from the outbox to the webhook and to people's channels, once each. */
@NullMarked
package freshlegs.coach.tell;

import org.jspecify.annotations.NullMarked;
