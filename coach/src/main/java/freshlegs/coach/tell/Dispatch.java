package freshlegs.coach.tell;

import freshlegs.coach.read.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is due becomes deliveries: of alerts, and of occasions, which are asked once a minute. */
final class Dispatch {
    private static final Duration BETWEEN_OCCASIONS = Duration.ofMinutes(1);

    private final Binding binding;
    private final Invitees invitees;
    private final List<Occasion> occasions;
    private Instant asked = Instant.MIN;

    Dispatch(Database database, AccountManners manners, List<Occasion> occasions) {
        this.binding = new Binding(database, manners);
        this.invitees = new Invitees(database, manners);
        this.occasions = List.copyOf(occasions);
    }

    void round(Instant now) {
        binding.bind(now);
        if (now.isBefore(asked) || Duration.between(asked, now).compareTo(BETWEEN_OCCASIONS) >= 0) {
            occasions.forEach(occasion -> invitees.deliver(occasion, now));
            asked = now;
        }
    }
}
