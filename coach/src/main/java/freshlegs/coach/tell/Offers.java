package freshlegs.coach.tell;

import freshlegs.coach.access.Act;
import freshlegs.coach.access.Deed;
import freshlegs.coach.channel.Notice;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.result.Episode;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.Prescription.Decided.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What can be answered to an alert at once, what matters most first, and no more than a message can show. */
final class Offers {
    private Offers() {}

    /** One of them; {@code change} as in {@link Act}. */
    record Offer(Deed deed, Optional<Act.Change> change) {}

    /** How an alert stands: {@code plan} holds the days from today on. */
    record Stand(Episode episode, boolean judged, boolean silenced, List<Prescription> plan) {}

    /** Of what the reader {@code may} do. */
    static List<Offer> of(Stand stand, Predicate<Deed> may) {
        List<Offer> all = new ArrayList<>();
        if (!stand.judged()) {
            all.add(new Offer(Deed.RIGHT, Optional.empty()));
            all.add(new Offer(Deed.WRONG, Optional.empty()));
        }
        undecided(stand).ifPresent(day -> {
            Adjustment adjustment = day.adjustment().orElseThrow();
            Optional<Act.Change> change = Optional.of(new Act.Change(day.date(), adjustment.revision()));
            if (day.proposed()) {
                all.add(new Offer(Deed.ACCEPT, change));
            }
            if (!adjustment.cause().isBinding()) {
                all.add(new Offer(Deed.KEEP, change));
            }
        });
        if (stand.episode().cause() == Episode.Cause.FATIGUE && !stand.silenced()) {
            all.add(new Offer(Deed.SNOOZE, Optional.empty()));
        }
        return all.stream()
                .filter(offer -> may.test(offer.deed()))
                .limit(Notice.MOST_ACTIONS)
                .toList();
    }

    /** The next session that the alert changes, or would change, and about which nobody has decided. */
    private static Optional<Prescription> undecided(Stand stand) {
        return stand.plan().stream()
                .filter(day -> isChangedBy(stand.episode().cause(), day))
                .filter(day -> day.decisions().stream()
                        .noneMatch(said -> said.standing() == Standing.IN_FORCE
                                && said.cause()
                                        .name()
                                        .equals(stand.episode().cause().name())))
                .min((one, other) -> one.date().compareTo(other.date()));
    }

    private static boolean isChangedBy(Episode.Cause cause, Prescription day) {
        return day.adjustment()
                .filter(adjustment -> adjustment.cause().name().equals(cause.name()))
                .isPresent();
    }

    /** How far ahead changes of the plan are looked for. */
    static LocalDate horizon(LocalDate today) {
        return today.plusDays(14);
    }
}
