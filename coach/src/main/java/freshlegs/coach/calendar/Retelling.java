package freshlegs.coach.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be told of the days after what was told of them (RFC 5545, 3.8.7.4: the sequence rises with every change of the
 * content): a day that has no run any more is cancelled, one that has one again is told again.
 */
final class Retelling {
    private Retelling() {}

    /** What has changed, each with its sequence raised, and what was never told. */
    static List<ToldEvent> of(Collection<ToldEvent> told, Collection<PlannedEvent> planned, Instant now) {
        SortedMap<LocalDate, ToldEvent> before = new TreeMap<>();
        told.forEach(event -> before.put(event.date(), event));
        SortedMap<LocalDate, PlannedEvent> after = new TreeMap<>();
        planned.forEach(event -> after.put(event.date(), event));
        List<ToldEvent> changes = new ArrayList<>();
        after.forEach((date, event) ->
                changed(Optional.ofNullable(before.get(date)), event, now).ifPresent(changes::add));
        before.forEach((date, event) -> {
            if (!after.containsKey(date) && !event.cancelled()) {
                changes.add(new ToldEvent(event.event(), true, event.sequence() + 1, now));
            }
        });
        return List.copyOf(changes);
    }

    private static Optional<ToldEvent> changed(Optional<ToldEvent> before, PlannedEvent event, Instant now) {
        if (before.isEmpty()) {
            return Optional.of(new ToldEvent(event, false, 0, now));
        }
        ToldEvent told = before.get();
        return told.event().equals(event) && !told.cancelled()
                ? Optional.empty()
                : Optional.of(new ToldEvent(event, false, told.sequence() + 1, now));
    }
}
